package dev.dbops.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.changelog.TransactionMode;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.LintSettings;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.RuleSet;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.sql.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged, hostile and huge SQL through all of it: lexer, splitter, parser, schema and every rule.
 * What fails is named with the seed that made it; {@code -Ddbops.fuzz.seed=17} starts there.
 */
class LinterFuzzTest {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final long SEED = Long.getLong("dbops.fuzz.seed", 1);

  /** A hundred times what the slowest of it takes: only what hangs gets there. */
  private static final Duration HANGS = Duration.ofMinutes(5);

  private static final int MEGABYTE = 1_000_000;
  private static final String LONG = "a IS NULL" + " OR a > 0".repeat(50);

  private static final Map<String, Optional<Severity>> ALL_ON =
      RuleSet.builtIn().rules().stream()
          .map(Rule::info)
          .collect(Collectors.toMap(RuleInfo::id, rule -> Optional.of(rule.severity())));

  private static final Linter LINTER =
      Linter.with(RuleSet.builtIn()).withSettings(LintSettings.defaults().withSeverities(ALL_ON));

  @Test
  void survives_examples_with_tokens_deleted_doubled_and_swapped() throws IOException {
    survivesMutations(2);
  }

  @Test
  @Tag("exhaustive")
  void survives_many_more_of_them() throws IOException {
    survivesMutations(50);
  }

  @Test
  void survives_random_bytes() {
    AtomicReference<String> current = new AtomicReference<>("");
    assertTimeoutPreemptively(
        HANGS,
        () -> {
          for (long seed = SEED; seed < SEED + 500; seed++) {
            String name = "random bytes, seed " + seed;
            current.set(name);
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            survives(new String(bytes, StandardCharsets.ISO_8859_1), name);
            survives(new String(bytes, StandardCharsets.UTF_16), name);
          }
        },
        current::get);
  }

  @Test
  void survives_statements_with_random_bytes_in_them() throws IOException {
    fuzz(
        1,
        (script, random) -> {
          int at = random.nextInt(script.length() + 1);
          byte[] bytes = new byte[1 + random.nextInt(8)];
          random.nextBytes(bytes);
          return script.substring(0, at)
              + new String(bytes, StandardCharsets.ISO_8859_1)
              + script.substring(at);
        });
  }

  static Stream<Grown> huge_statements() {
    return Stream.of(
        new Grown("SELECT ", "1", " + 1", ""),
        new Grown("SELECT * FROM t WHERE ", "a = 1", " OR a = 1", ""),
        new Grown("SELECT * FROM t WHERE ", "a = 1", " AND b IN (1, 2)", ""),
        new Grown("SELECT * FROM t WHERE a IN (", "1", ", 1", ")"),
        new Grown("SELECT ", "'a'", " || 'a'", ""),
        new Grown("SELECT ", "a", "::text", ""),
        new Grown("SELECT ", "a", "[1]", ""),
        new Grown("SELECT ", "a", ".a", ""),
        new Grown("", "SELECT 1", " UNION ALL SELECT 1", ""),
        new Grown("SELECT CASE", " WHEN a THEN 1", " WHEN a THEN 1", " END"),
        new Grown("SELECT * FROM ", "t", ", t", ""),
        new Grown("SELECT * FROM ", "t", " JOIN u ON true", ""),
        new Grown("SELECT * FROM ", "t", " LEFT JOIN u USING (a)", ""),
        new Grown("SELECT * FROM ", "t", " NATURAL JOIN u", ""),
        new Grown("WITH ", "a AS (SELECT 1)", ", a AS (SELECT 1)", " SELECT 1"),
        new Grown("INSERT INTO t VALUES ", "(1, 'a')", ", (1, 'a')", ""),
        new Grown("INSERT INTO t (a) VALUES ('", "x", "x", "')"),
        new Grown("UPDATE t SET ", "a = 1", ", a = 1", ""),
        new Grown("DELETE FROM t WHERE ", "NOT a", " AND NOT a", ""),
        new Grown("CREATE TABLE t (", "a int", ", a int NOT NULL DEFAULT 1", ")"),
        new Grown("CREATE TABLE t (", "a int", ", CHECK (a > 0)", ")"),
        new Grown("CREATE TABLE t (", "a int", ", UNIQUE (a)", ")"),
        new Grown("ALTER TABLE t ", "ADD a int", ", ADD a int", ""),
        new Grown("ALTER TABLE t ", "ADD CHECK (a > 0)", ", ADD CHECK (a > 0)", ""),
        new Grown("ALTER TABLE t ", "ALTER a SET NOT NULL", ", ALTER a SET NOT NULL", ""),
        new Grown("ALTER TABLE t ADD CHECK (", "a > 0", " AND a > 0", ")"),
        new Grown("ALTER TABLE t ALTER a TYPE int USING ", "a", " + a", ""),
        new Grown("ALTER TABLE t ADD a int DEFAULT ", "1", " + 1", ""),
        new Grown("CREATE INDEX i ON t (", "a", ", a", ")"),
        new Grown("CREATE INDEX i ON t (a) WHERE ", "a > 0", " OR a > 0", ""),
        new Grown("CREATE TYPE t AS ENUM (", "'a'", ", 'a'", ")"),
        new Grown("DROP TABLE ", "t", ", t", ""),
        new Grown("TRUNCATE ", "t", ", t", ""),
        new Grown("GRANT SELECT ON ", "t", ", t", " TO a"),
        new Grown("CREATE TABLE t (a ", "int", "[]", ")"),
        new Grown("CREATE TABLE \"", "x", "x", "\" (a int)"),
        new Grown("DO $$ BEGIN ", "", "PERFORM f(" + LONG + "); ", "END $$"),
        new Grown("DO $$ BEGIN ", "", "ALTER TABLE t ADD CHECK (" + LONG + "); ", "END $$"),
        new Grown("DO $$ BEGIN IF a THEN NULL; ", "", "ELSIF a THEN NULL; ", "END IF; END $$"),
        new Grown("DO $$ DECLARE ", "", "a int; ", "BEGIN NULL; END $$"),
        new Grown("DO '", "", "''", "'"),
        new Grown("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$", "", "SELECT 1; ", "$$"),
        new Grown("CREATE FUNCTION f(", "a int", ", a int", ") RETURNS int LANGUAGE sql AS ''"),
        new Grown("COMMENT ON TABLE t IS '", "", "''", "'"),
        new Grown("SELECT 1 /* ", "", "* ", "*/"),
        new Grown("SELECT 1 ", "", "-- a\n", ""),
        new Grown("", "", "CREATE TABLE t (a int, CHECK (" + LONG + ")); ", ""),
        new Grown("", "", "ALTER TABLE t ADD CHECK (" + LONG + "); ", ""),
        new Grown("", "", "BEGIN; COMMIT; ", ""),
        new Grown("", "", "a ", ""),
        new Grown("", "", "SELECT ", ""),
        new Grown("CREATE ", "", "TABLE ", ""));
  }

  @ParameterizedTest
  @MethodSource("huge_statements")
  void survives_a_statement_of_a_megabyte(Grown statement) {
    String sql = statement.sql(MEGABYTE);

    LintReport report = assertTimeoutPreemptively(HANGS, () -> survives(sql, statement.toString()));

    assertThat(report.scope().statements()).isPositive();
  }

  static Stream<Grown> deep_statements() {
    return Stream.of(
        new Grown("SELECT ", "(", "(", "1"),
        new Grown("SELECT ", "[", "[", "1"),
        new Grown("SELECT ", "f(", "f(", "1"),
        new Grown("SELECT ", "ARRAY[", "ARRAY[", "1"),
        new Grown("SELECT ", "(SELECT ", "(SELECT ", "1"),
        new Grown("SELECT * FROM ", "(SELECT * FROM ", "(SELECT * FROM ", "t"),
        new Grown("SELECT ", "CASE WHEN ", "CASE WHEN ", "a"),
        new Grown("SELECT ", "NOT ", "NOT ", "a"),
        new Grown("SELECT ", "- ", "- ", "1"),
        new Grown("SELECT ", "~ ", "~ ", "1"),
        new Grown("SELECT * FROM ", "t JOIN ", "t JOIN ", "t"),
        new Grown("SELECT * FROM t WHERE ", "EXISTS (", "EXISTS (", "1"),
        new Grown("", "WITH a AS (", "WITH a AS (", "SELECT 1"),
        new Grown("", "EXPLAIN ", "EXPLAIN ", "SELECT 1"),
        new Grown("", "PREPARE p AS ", "PREPARE p AS ", "SELECT 1"),
        new Grown("ALTER TABLE t ADD CHECK (", "(", "(", "a > 0"),
        new Grown("CREATE TABLE t (a int DEFAULT ", "(", "(", "1"),
        new Grown("CREATE INDEX i ON t (", "(", "(", "a"),
        new Grown("DO $$ ", "BEGIN ", "BEGIN ", "END $$"),
        new Grown("DO $$ BEGIN ", "IF a THEN ", "IF a THEN ", "END $$"),
        new Grown("DO $$ BEGIN ", "LOOP ", "LOOP ", "END $$"),
        new Grown("DO $$ BEGIN ", "CASE WHEN a THEN ", "CASE WHEN a THEN ", "END $$"),
        new Grown("DO $$ BEGIN ", "FOR a IN 1..2 LOOP ", "FOR a IN 1..2 LOOP ", "END $$"),
        new Grown("SELECT ", "/* ", "/* ", "1"));
  }

  @ParameterizedTest
  @MethodSource("deep_statements")
  void reports_what_is_nested_ten_thousand_times_as_not_analysed(Grown statement) {
    String sql = statement.repeated(10_000);

    LintReport report = assertTimeoutPreemptively(HANGS, () -> survives(sql, statement.toString()));

    assertThat(report.notAnalysed()).isNotEmpty();
  }

  @Test
  void reads_two_hundred_parentheses_and_refuses_one_more() {
    String innermost = "ALTER TABLE t ADD CHECK (" + "(".repeat(199) + "a > 0" + ")".repeat(200);

    assertThat(survives(innermost, "200 deep").notAnalysed()).isEmpty();
    assertThat(survives(innermost.replace("a > 0", "(a > 0)"), "201 deep").notAnalysed())
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).contains("nested deeper than 200"));
  }

  @Test
  void leaves_statements_too_long_to_parse_out_and_lints_the_rest() {
    String rows = "INSERT INTO t VALUES (1)" + ", (1)".repeat(Splitter.MAX_TOKENS / 4);

    LintReport plain = survives(rows + "; CREATE INDEX i ON t (a)", "too long");
    LintReport body = survives("DO $$ BEGIN " + rows + "; END $$; DROP TABLE t", "too long body");

    assertThat(plain.notAnalysed())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.what()).isEqualTo("INSERT INTO t");
              assertThat(one.reason()).contains("more than a million words, numbers and signs");
            });
    assertThat(ruleIds(plain)).contains("create-index-blocks-writes");
    assertThat(body.notAnalysed())
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).contains("more than a million words"));
    assertThat(ruleIds(body)).contains("drop-table-loses-data");
  }

  private static List<String> ruleIds(LintReport report) {
    return report.findings().stream().map(finding -> finding.rule().id()).toList();
  }

  /** A statement that can be made as long as one likes. */
  record Grown(String start, String first, String next, String end) {
    String repeated(int times) {
      return start + first + next.repeat(times - 1) + end;
    }

    String sql(int length) {
      return repeated(length / next.length());
    }

    @Override
    public String toString() {
      return start + first + next + " …" + end;
    }
  }

  /** Damages a script. */
  private interface Mutation {
    String of(String script, Random random);
  }

  private static void survivesMutations(int rounds) throws IOException {
    fuzz(
        rounds,
        (script, random) -> {
          String damaged = script;
          for (int i = random.nextInt(3); i >= 0; i--) {
            damaged = withTokenDamaged(damaged, random);
          }
          return damaged;
        });
  }

  private static void fuzz(int rounds, Mutation mutation) throws IOException {
    Map<String, String> scripts = scripts();
    AtomicReference<String> current = new AtomicReference<>("");
    assertTimeoutPreemptively(
        HANGS,
        () -> {
          for (Map.Entry<String, String> script : scripts.entrySet()) {
            for (long seed = SEED; seed < SEED + rounds; seed++) {
              String name = script.getKey() + ", seed " + seed;
              current.set(name);
              String damaged = mutation.of(script.getValue(), new Random(seed));
              survives(damaged, name);
            }
          }
        },
        current::get);
  }

  /** A token of the script deleted, doubled, or swapped with another. */
  private static String withTokenDamaged(String script, Random random) {
    Tokens tokens = Lexer.lex(script);
    if (tokens.size() < 2) {
      return script;
    }
    int one = random.nextInt(tokens.size() - 1);
    int other = one + 1 + random.nextInt(tokens.size() - one - 1);
    String before = script.substring(0, tokens.start(one));
    String after = script.substring(tokens.end(one));
    return switch (random.nextInt(3)) {
      case 0 -> before + after;
      case 1 -> before + tokens.text(one) + " " + tokens.text(one) + after;
      default ->
          before
              + tokens.text(other)
              + script.substring(tokens.end(one), tokens.start(other))
              + tokens.text(one)
              + script.substring(tokens.end(other));
    };
  }

  /** Lints a script as one changeset; a rule that fails on it would be a problem of the report. */
  private static LintReport survives(String script, String name) {
    SourceFile file = SourceFile.of("fuzz.sql", script);
    TransactionMode[] modes = TransactionMode.values();
    TransactionMode mode = modes[Math.floorMod(name.hashCode(), modes.length)];
    ChangeSet changeSet =
        new ChangeSet(
            "fuzz",
            "",
            file.path(),
            file.whole(),
            mode,
            List.of(new Change.Sql("sql", SqlText.verbatim(file.whole()))),
            List.of(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            false,
            false,
            false);
    Changelog changelog =
        new Changelog(Changelog.Runner.FLYWAY, List.of(changeSet), List.of(), List.of());
    LintReport report;
    try {
      report = LINTER.lint(changelog);
    } catch (RuntimeException | StackOverflowError failure) {
      throw new AssertionError(name + ":\n" + excerpt(script), failure);
    }
    assertThat(report.problems())
        .as("%s:%n%s", name, excerpt(script))
        .noneMatch(problem -> problem.message().startsWith("Rule "));
    return report;
  }

  private static String excerpt(String script) {
    return script.length() < 4_000 ? script : script.substring(0, 4_000) + " …";
  }

  /** The examples of the rules and the scripts that other tests are made of, by their paths. */
  private static Map<String, String> scripts() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("rules", "replay", "locks", "changelog", "dev/dbops/migrate")) {
      try (Stream<Path> found = Files.walk(RESOURCES.resolve(folder))) {
        found
            .filter(file -> file.toString().endsWith(".sql"))
            .filter(file -> !file.toString().contains("latin"))
            .sorted()
            .forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(100);
    return files.stream()
        .collect(Collectors.toMap(Path::toString, LinterFuzzTest::read, (a, b) -> a));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new AssertionError(file.toString(), unreadable);
    }
  }
}
