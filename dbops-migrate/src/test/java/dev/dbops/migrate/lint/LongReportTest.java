package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.lint.rules.BuiltInRules;
import dev.dbops.migrate.report.TextReport;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is long or hostile in a migration does not flood the terminal. */
class LongReportTest {
  @Test
  void a_table_of_many_partitions_is_told_in_one_short_line() throws IOException {
    String partitions =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    "CREATE TABLE p%d PARTITION OF p FOR VALUES FROM (%d) TO (%d);"
                        .formatted(i, i, i + 1))
            .collect(Collectors.joining("\n"));

    String text =
        text(
            """
            -- given
            CREATE TABLE p (id int) PARTITION BY RANGE (id);
            %s
            -- when
            ALTER TABLE p ADD COLUMN u uuid DEFAULT gen_random_uuid();
            """
                .formatted(partitions));

    assertThat(text).contains("and 296 more");
    assertThat(text.lines()).allMatch(line -> line.length() < 400);
  }

  @Test
  void the_name_of_what_is_not_analysed_is_cut() throws IOException {
    String text = text("-- when\nSELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ";");

    assertThat(text).contains("SELECT ((((((", "…");
    assertThat(text.lines()).allMatch(line -> line.length() < 400);
  }

  @Test
  void escape_sequences_of_a_migration_are_not_passed_on() throws IOException {
    String text =
        text("-- when\nCREATE INDEX i ON \"\u001b[31mred\" (a); /* \r */ this \u001b is no SQL;");

    assertThat(text).contains("create-index-blocks-writes").doesNotContain("\u001b", "\r");
  }

  private static String text(String migration) throws IOException {
    Example example = Example.of("migration.sql", migration);
    Changelog changelog = example.changelog();
    LintReport report =
        new ChangelogLinter(
                new RuleSet(BuiltInRules.all()),
                LintSettings.defaults(),
                TableSizes.unknown(),
                Baseline.empty())
            .lint(changelog, Example.onlyWhen());
    StringBuilder text = new StringBuilder();
    new TextReport(false).write(report, text);
    return text.toString();
  }
}
