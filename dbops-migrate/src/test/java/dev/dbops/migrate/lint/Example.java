package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.changelog.TransactionMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A migration that shows a rule at work. A file in two parts:
 *
 * <pre>
 * -- transaction: none          (optional: one, the default, none, flyway or flyway-mixed)
 * -- versions: 14-18            (optional: where the server accepts it; default 10-18)
 * -- given
 * CREATE TABLE …;               (what an earlier deploy left behind)
 * -- when
 * -- finding: rule-id           (expected on the line below; as many as there are findings)
 * CREATE INDEX …;               (the changeset that is linted)
 * </pre>
 */
public record Example(SourceFile file, SourceSpan given, SourceSpan when) {
  private static final Path FOLDER = Path.of("src/test/resources/rules");
  private static final Pattern DIRECTIVE =
      Pattern.compile("(?m)^\\s*-- (transaction|versions|finding): (.*?)\\s*$");

  /** A finding that an example announces. */
  public record Expected(String rule, int line) {}

  public static Example of(String path, String text) {
    SourceFile file = SourceFile.of(path, text);
    int given = text.indexOf("-- given");
    int when = text.indexOf("-- when");
    if (when < 0) {
      throw new IllegalArgumentException(path + " has no part '-- when'");
    }
    return new Example(file, file.span(Math.max(given, 0), when), file.span(when, text.length()));
  }

  /** The example of a rule: {@code bad}, {@code good} or another file of its folder. */
  public static Example of(RuleInfo rule, String name) {
    String path = "/rules/" + rule.id() + "/" + name + ".sql";
    try (InputStream resource = Example.class.getResourceAsStream(path)) {
      if (resource == null) {
        throw new IllegalArgumentException("there is no example " + path);
      }
      return of(path, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(path, unreadable);
    }
  }

  /** The names of a rule's examples: {@code bad}, {@code good} and whatever else there is. */
  static List<String> names(RuleInfo rule) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(rule.id()))) {
      return files.map(file -> file.getFileName().toString().replace(".sql", "")).sorted().toList();
    }
  }

  public TransactionMode transaction() {
    return directive("transaction")
        .map(
            mode ->
                switch (mode) {
                  case "one" -> TransactionMode.ONE;
                  case "none" -> TransactionMode.AUTOCOMMIT;
                  case "flyway" -> TransactionMode.FLYWAY_DETECTED;
                  case "flyway-mixed" -> TransactionMode.FLYWAY_MIXED;
                  default -> throw new IllegalArgumentException("no transaction mode: " + mode);
                })
        .orElse(TransactionMode.ONE);
  }

  public int oldestVersion() {
    return directive("versions").map(range -> Integer.parseInt(range.split("-")[0])).orElse(10);
  }

  public int newestVersion() {
    return directive("versions").map(range -> Integer.parseInt(range.split("-")[1])).orElse(18);
  }

  /** The migration as a page shows it: without what was there before and without directives. */
  String migration() {
    return when.text()
            .lines()
            .filter(line -> !line.equals("-- when") && !DIRECTIVE.matcher(line).matches())
            .collect(Collectors.joining("\n"))
            .strip()
        + "\n";
  }

  /** The findings that the example announces, by the line that they point to. */
  public List<Expected> expected() {
    List<Expected> expected = new ArrayList<>();
    for (int line = 1; line <= file.lineCount(); line++) {
      Matcher matcher = DIRECTIVE.matcher(file.line(line));
      if (matcher.matches() && matcher.group(1).equals("finding")) {
        int target = line + 1;
        while (file.line(target).strip().startsWith("--")) {
          target++;
        }
        expected.add(new Expected(matcher.group(2), target));
      }
    }
    return expected;
  }

  /** The example as a changelog: what was there before, and the changeset that is linted. */
  public Changelog changelog() {
    Changelog.Runner runner =
        transaction() == TransactionMode.FLYWAY_DETECTED
                || transaction() == TransactionMode.FLYWAY_MIXED
            ? Changelog.Runner.FLYWAY
            : Changelog.Runner.PSQL;
    return new Changelog(
        runner,
        runner == Changelog.Runner.FLYWAY,
        List.of(
            changeSet("given", given, TransactionMode.AUTOCOMMIT),
            changeSet("when", when, transaction())),
        List.of(),
        List.of());
  }

  /** Chooses the changeset that the example is about. */
  public static Selection onlyWhen() {
    return new Selection("the example", changeSet -> changeSet.id().equals("when"));
  }

  static ChangeSet changeSet(String id, SourceSpan span, TransactionMode mode) {
    return new ChangeSet(
        id,
        "",
        span.file().path(),
        span,
        mode,
        List.of(new Change.Sql("sql", SqlText.verbatim(span))),
        List.of(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        false,
        false,
        false);
  }

  private Optional<String> directive(String name) {
    Matcher matcher = DIRECTIVE.matcher(file.text());
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return Optional.of(matcher.group(2));
      }
    }
    return Optional.empty();
  }
}
