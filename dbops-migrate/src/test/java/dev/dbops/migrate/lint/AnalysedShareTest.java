package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.Linter;
import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.sql.LibraryScripts;
import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.sql.SqlParser;
import dev.dbops.migrate.sql.Unparsed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.SingletonScopeManager;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.serializer.ChangeLogSerializerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what real changelogs send, hardly anything is not understood, and all of that is listed. */
class AnalysedShareTest {
  private static final Path KEYCLOAK = Path.of("target/keycloak");
  private static final String MASTER = "META-INF/jpa-changelog-master.xml";

  @Test
  void understands_a_real_changelog_in_xml() {
    check("xml", Changelog.liquibase(MASTER, in(KEYCLOAK)), 1_000);
  }

  /** The same changesets as Liquibase itself writes them in other formats. */
  @ParameterizedTest
  @ValueSource(strings = {"yaml", "json"})
  void understands_a_real_changelog_in(String format, @TempDir Path folder) throws Exception {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              convert(format, folder);
              return null;
            });
    new Thread(task).start();
    task.get();

    check(format, Changelog.liquibase("changelog." + format, in(folder)), 1_000);
  }

  @Test
  void understands_the_schemas_of_libraries_in_sql(@TempDir Path folder) throws IOException {
    for (Map.Entry<String, String> script : LibraryScripts.ofJars().entrySet()) {
      Files.writeString(folder.resolve(script.getKey().replace('/', '_')), script.getValue());
    }

    check("sql", Changelog.sql(folder.toString()), 1_000);
  }

  private static ChangelogOptions in(Path folder) {
    return ChangelogOptions.builder().searchPath(folder).build();
  }

  /** Statements of one kind. */
  private record Count(int all, int unknown) {
    Count plus(boolean isUnknown) {
      return new Count(all + 1, unknown + (isUnknown ? 1 : 0));
    }

    boolean isUnderOnePercent() {
      return unknown * 100 < all;
    }
  }

  private static void check(String format, Changelog changelog, int atLeast) {
    Map<String, Count> kinds = new TreeMap<>();
    Count total = new Count(0, 0);
    int opaque = 0;
    for (ChangeSet changeSet : changelog.changeSets()) {
      for (Change change : changeSet.changes()) {
        if (change instanceof Change.Sql sql) {
          for (RawStatement raw : Splitter.split(sql.sql())) {
            boolean unknown = SqlParser.parse(raw) instanceof Unparsed;
            total = total.plus(unknown);
            kinds.put(kind(raw), kinds.getOrDefault(kind(raw), new Count(0, 0)).plus(unknown));
          }
        } else {
          opaque++;
        }
      }
    }
    LintReport report = Linter.create().lint(changelog);
    System.out.printf(
        "%s: %d of %d statements not analysed, and %d changes that are classes; by kind: %s%n",
        format, total.unknown(), total.all(), opaque, kinds);

    assertThat(report.problems()).isEmpty();
    assertThat(report.scope().statements()).isEqualTo(total.all()).isGreaterThan(atLeast);
    assertThat(report.notAnalysed()).hasSizeGreaterThanOrEqualTo(total.unknown() + opaque);
    assertThat(total.isUnderOnePercent()).isTrue();
    assertThat(kinds).allSatisfy((kind, count) -> assertThat(count.isUnderOnePercent()).isTrue());
  }

  /** The command: of CREATE, ALTER and DROP, with what they are about. */
  private static String kind(RawStatement raw) {
    String[] words = raw.text().toUpperCase(Locale.ROOT).split("[\\s(]+", 3);
    return List.of("CREATE", "ALTER", "DROP").contains(words[0])
        ? words[0] + " " + words[1]
        : words[0];
  }

  /** Custom changes are classes that are not here, and preconditions would ask a database. */
  private static void convert(String format, Path folder) throws Exception {
    Path copy = Files.createDirectories(folder.resolve("xml/META-INF"));
    try (Stream<Path> files = Files.list(KEYCLOAK.resolve("META-INF"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        Files.writeString(
            copy.resolve(file.getFileName()),
            text.replaceAll("(?s)<preConditions.*?</preConditions>", "")
                .replaceAll("(?s)<customChange[^>]*/>", "")
                .replaceAll("(?s)<customChange.*?</customChange>", ""));
      }
    }
    Scope.setScopeManager(new SingletonScopeManager());
    ResourceAccessor xml = new DirectoryResourceAccessor(folder.resolve("xml"));
    Scope.child(
        Map.of(Scope.Attr.resourceAccessor.name(), xml),
        () -> {
          DatabaseChangeLog changelog =
              ChangeLogParserFactory.getInstance()
                  .getParser(MASTER, xml)
                  .parse(MASTER, new ChangeLogParameters(), xml);
          // What stood in two files under one id would be refused in one.
          Set<String> names = new HashSet<>();
          List<liquibase.changelog.ChangeSet> changeSets =
              changelog.getChangeSets().stream()
                  .filter(each -> names.add(each.getId() + "::" + each.getAuthor()))
                  .toList();
          try (OutputStream out = Files.newOutputStream(folder.resolve("changelog." + format))) {
            ChangeLogSerializerFactory.getInstance().getSerializer(format).write(changeSets, out);
          }
        });
  }
}
