package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.lint.rules.CreateIndexBlocksWrites;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static final String RULE = "create-index-blocks-writes";

  @Test
  void accepts_the_next_statement_and_no_other() {
    LintReport report =
        lint(
            """
            -- when
            -- dbops:ignore create-index-blocks-writes: the table is empty in production
            CREATE INDEX a ON t (a);
            CREATE INDEX b ON t (b);
            """);

    assertThat(report.findings()).extracting(each -> each.span().from().line()).containsExactly(4);
    assertThat(report.suppressed())
        .singleElement()
        .satisfies(
            each -> assertThat(each.by().reason()).isEqualTo("the table is empty in production"));
    assertThat(report.unusedSuppressions()).isEmpty();
  }

  @Test
  void accepts_the_statement_that_ends_on_its_line_or_that_it_stands_in() {
    LintReport report =
        lint(
            """
            -- when
            CREATE INDEX a ON t (a); -- dbops:ignore create-index-blocks-writes: small
            CREATE INDEX /* DBOPS:IGNORE create-index-blocks-writes: small */ b ON t (b);
            """);

    assertThat(report.findings()).isEmpty();
    assertThat(report.suppressed()).hasSize(2);
  }

  @Test
  void accepts_a_whole_changeset_or_file() {
    String changeSet =
        """
        -- when
        CREATE INDEX a ON t (a);
        -- dbops:ignore-changeset create-index-blocks-writes: runs in the maintenance window
        CREATE INDEX b ON t (b);
        """;

    assertThat(lint(changeSet).suppressed()).hasSize(2);
    assertThat(lint(changeSet.replace("ignore-changeset", "ignore-file")).suppressed()).hasSize(2);
  }

  @Test
  void reports_a_suppression_that_accepts_nothing() {
    LintReport report =
        lint(
            """
            -- when
            -- dbops:ignore create-index-blocks-writes: no longer needed
            CREATE INDEX CONCURRENTLY a ON t (a);
            """);

    assertThat(report.unusedSuppressions())
        .singleElement()
        .satisfies(each -> assertThat(each.rule()).isEqualTo(RULE));
  }

  @Test
  void refuses_a_suppression_without_a_reason_and_one_of_an_unknown_rule() {
    LintReport report =
        lint(
            """
            -- when
            -- dbops:ignore create-index-blocks-writes
            CREATE INDEX a ON t (a);
            -- dbops:ignore no-such-rule: because
            CREATE INDEX b ON t (b);
            """);

    assertThat(report.findings()).hasSize(2);
    assertThat(report.problems())
        .extracting(each -> each.message())
        .containsExactlyInAnyOrder(
            "A suppression without a rule or a reason accepts nothing",
            "There is no rule \"no-such-rule\"");
  }

  private static LintReport lint(String migration) {
    Changelog changelog = Example.of("migration.sql", migration).changelog();
    return new ChangelogLinter(
            new RuleSet(List.of(new CreateIndexBlocksWrites())),
            LintSettings.defaults(),
            TableSizes.unknown(),
            Baseline.empty())
        .lint(changelog, Example.onlyWhen());
  }
}
