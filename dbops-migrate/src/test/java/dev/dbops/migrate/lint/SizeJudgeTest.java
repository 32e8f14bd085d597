package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.rules.BuiltInRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SizeJudgeTest {
  private static final TableSize TINY = new TableSize(40, 8192);
  private static final TableSize MEDIUM = new TableSize(200_000, 400L << 20);
  private static final TableSize HUGE = new TableSize(412_000_000, 96L << 30);

  private static final String INDEX =
      """
      -- given
      CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
      -- when
      CREATE INDEX orders_total ON orders (total);
      """;
  private static final String REFUSED_COLUMN =
      """
      -- given
      CREATE TABLE orders (id bigint PRIMARY KEY);
      -- when
      ALTER TABLE orders ADD COLUMN total numeric NOT NULL;
      """;

  @Test
  void lets_a_small_table_off_where_the_danger_is_the_time() {
    assertThat(findings("create-index-blocks-writes", INDEX, TINY)).isEmpty();
  }

  @Test
  void only_warns_of_a_table_of_middle_size_and_tells_the_time() {
    List<Finding> findings = findings("create-index-blocks-writes", INDEX, MEDIUM);

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.message()).endsWith("(200 k rows, 400 MB, for about 8 s)");
            });
  }

  @Test
  void keeps_the_severity_for_a_large_table() {
    List<Finding> findings = findings("create-index-blocks-writes", INDEX, HUGE);

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.message()).endsWith("(412 M rows, 96 GB, for about 32 min)");
            });
  }

  @Test
  void does_not_let_a_migration_off_that_fails_on_a_table_of_any_size() {
    List<Finding> findings = findings("add-column-not-null-without-default", REFUSED_COLUMN, TINY);

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.message()).doesNotContain("for about");
            });
  }

  @Test
  void does_not_let_off_what_breaks_running_applications() {
    List<Finding> findings =
        findings(
            "rename-breaks-application",
            """
            -- given
            CREATE TABLE orders (id bigint PRIMARY KEY);
            -- when
            ALTER TABLE orders RENAME COLUMN id TO number;
            """,
            TINY);

    assertThat(findings).hasSize(1);
  }

  private static List<Finding> findings(String rule, String migration, TableSize size) {
    ChangelogLinter linter =
        new ChangelogLinter(
            new RuleSet(
                BuiltInRules.all().stream().filter(each -> each.info().id().equals(rule)).toList()),
            LintSettings.defaults().withSeverities(Map.of()),
            table -> Optional.of(size),
            Baseline.empty());
    return linter
        .lint(Example.of("migration.sql", migration).changelog(), Example.onlyWhen())
        .findings();
  }
}
