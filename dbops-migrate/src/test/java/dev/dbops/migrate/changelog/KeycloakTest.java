package dev.dbops.migrate.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve years of a real changelog: what we read is what Liquibase sends. */
class KeycloakTest {
  private static final Path KEYCLOAK = Path.of("target/keycloak");
  private static final String MASTER = "META-INF/jpa-changelog-master.xml";

  private static final String INSTEAD_OF_ANOTHER =
      "META-INF/jpa-changelog-20.0.0.xml::"
          + "client-attributes-string-accomodation-fixed-post-create-index::keycloak";

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void reads_the_statements_that_update_sql_prints_on_a_live_server() throws Exception {
    UpdateSql live = UpdateSql.of(KEYCLOAK, MASTER, server);

    Changelog changelog = read(KEYCLOAK);

    assertThat(changelog.problems()).isEmpty();
    Map<String, List<String>> ours = statements(changelog);
    int compared = compare(ours, live);
    List<String> leftOut =
        live.statements().keySet().stream().filter(name -> !ours.containsKey(name)).toList();
    // It runs where another one has not been executed; updateSQL executes none, an update does.
    assertThat(leftOut).as("run on PostgreSQL, but not read").containsExactly(INSTEAD_OF_ANOTHER);
    report("as it is", changelog, live, compared);
  }

  /** Most preconditions are not met on an empty database; without them every changeset shows. */
  @Test
  void reads_the_same_statements_when_no_precondition_holds_them_back(@TempDir Path copy)
      throws Exception {
    copyWithoutPreconditions(copy);
    UpdateSql live = UpdateSql.of(copy, MASTER, server);

    Changelog changelog = read(copy);

    assertThat(changelog.problems()).isEmpty();
    assertThat(live.skipped()).isEmpty();
    Map<String, List<String>> ours = statements(changelog);
    assertThat(ours.keySet()).containsExactlyElementsOf(live.statements().keySet());
    int compared = compare(ours, live);
    report("without preconditions", changelog, live, compared);
  }

  private static Changelog read(Path root) {
    ChangelogOptions options = ChangelogOptions.builder().searchPath(root).build();
    long start = System.nanoTime();
    Changelog changelog = Changelog.liquibase(MASTER, options);
    System.out.printf("Keycloak: read in %d ms%n", (System.nanoTime() - start) / 1_000_000);
    return changelog;
  }

  private static Map<String, List<String>> statements(Changelog changelog) {
    Map<String, List<String>> statements = new LinkedHashMap<>();
    for (ChangeSet changeSet : changelog.changeSets()) {
      List<String> sql = new ArrayList<>();
      for (Change change : changeSet.changes()) {
        if (change instanceof Change.Sql sent) {
          sql.add(sent.sql().text().strip());
        }
      }
      statements.put(changeSet.displayName(), sql);
    }
    return statements;
  }

  private static int compare(Map<String, List<String>> ours, UpdateSql live) {
    int compared = 0;
    for (Map.Entry<String, List<String>> changeSet : ours.entrySet()) {
      List<String> expected = live.statements().get(changeSet.getKey());
      if (expected == null) {
        assertThat(live.skipped()).contains(changeSet.getKey());
      } else {
        assertThat(changeSet.getValue()).as(changeSet.getKey()).isEqualTo(expected);
        compared += expected.size();
      }
    }
    return compared;
  }

  private static void report(String how, Changelog changelog, UpdateSql live, int compared) {
    Map<String, Integer> notAnalysed = new TreeMap<>();
    int all = 0;
    for (ChangeSet changeSet : changelog.changeSets()) {
      for (Change change : changeSet.changes()) {
        all++;
        if (change instanceof Change.NotAnalysed unknown) {
          notAnalysed.merge(unknown.kind(), 1, Integer::sum);
        }
      }
    }
    long skippedAndRead =
        changelog.changeSets().stream()
            .filter(changeSet -> live.skipped().contains(changeSet.displayName()))
            .count();
    System.out.printf(
        "Keycloak %s: %d statements compared and equal, of %d changes in %d changesets;"
            + " not compared: %d changesets whose preconditions the empty database does not meet"
            + " (%d more are for other databases only), not analysed: %s%n",
        how,
        compared,
        all,
        changelog.changeSets().size(),
        skippedAndRead,
        live.skipped().size() - skippedAndRead,
        notAnalysed);
  }

  private static void copyWithoutPreconditions(Path copy) throws IOException {
    Files.createDirectories(copy.resolve("META-INF"));
    try (Stream<Path> files = Files.list(KEYCLOAK.resolve("META-INF"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        Files.writeString(
            copy.resolve("META-INF").resolve(file.getFileName()),
            text.replaceAll("(?s)<preConditions.*?</preConditions>", ""));
      }
    }
  }
}
