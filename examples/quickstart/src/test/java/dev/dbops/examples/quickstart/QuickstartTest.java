package dev.dbops.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.Linter;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.lint.LintReport;
import org.junit.jupiter.api.Test;

class QuickstartTest {
  @Test
  void shows_each_planted_mistake_and_nothing_else() {
    LintReport report = Linter.create().lint(Changelog.read(Quickstart.CHANGELOG));

    assertThat(report.findings())
        .extracting(finding -> finding.changeSet().id() + " " + finding.rule().id())
        .containsExactly(
            "2 create-index-blocks-writes",
            "3 foreign-key-blocks-writes",
            "4 set-not-null-scans-table",
            "5 drop-column-breaks-application",
            "6 rename-breaks-application",
            "7 refused-in-transaction",
            "8 check-blocks-reads-and-writes",
            "9 column-type-change-rewrites",
            "10 add-column-volatile-default-rewrites");
    assertThat(report.problems()).isEmpty();
    assertThat(report.notAnalysed()).isEmpty();
  }
}
