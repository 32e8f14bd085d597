package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.lint.rules.CreateIndexBlocksWrites;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  @TempDir Path folder;

  @Test
  void leaves_out_what_was_there_even_when_its_line_moved_and_reports_what_is_new() {
    Path file = folder.resolve("deep/baseline.json");
    Baseline.of(lint("-- when\nCREATE INDEX a ON t (a);\n", Baseline.empty())).write(file);

    LintReport report =
        lint(
            """
            -- when

            -- a comment
            CREATE   INDEX a ON t (a);
            CREATE INDEX b ON t (b);
            """,
            Baseline.read(file));

    assertThat(report.findings())
        .extracting(Finding::statement)
        .containsExactly("CREATE INDEX b ON t (b)");
    assertThat(report.baselined()).hasSize(1);
  }

  @Test
  void written_anew_it_still_holds_what_the_old_one_knew() {
    Path file = folder.resolve("baseline.json");
    String migration = "-- when\nCREATE INDEX a ON t (a);\n";
    Baseline.of(lint(migration, Baseline.empty())).write(file);

    Baseline.of(lint(migration, Baseline.read(file))).write(file);

    assertThat(lint(migration, Baseline.read(file)).findings()).isEmpty();
  }

  @Test
  void an_entry_stands_for_one_finding_only() {
    Path file = folder.resolve("baseline.json");
    Baseline.of(lint("-- when\nCREATE INDEX ON t (a);\n", Baseline.empty())).write(file);

    LintReport report =
        lint("-- when\nCREATE INDEX ON t (a);\nCREATE INDEX ON t (a);\n", Baseline.read(file));

    assertThat(report.findings()).hasSize(1);
  }

  private static LintReport lint(String migration, Baseline baseline) {
    Changelog changelog = Example.of("migration.sql", migration).changelog();
    return new ChangelogLinter(
            new RuleSet(List.of(new CreateIndexBlocksWrites())),
            LintSettings.defaults(),
            TableSizes.unknown(),
            baseline)
        .lint(changelog, Example.onlyWhen());
  }
}
