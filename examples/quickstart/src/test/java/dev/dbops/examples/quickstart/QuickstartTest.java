package dev.dbops.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.Linter;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.lint.LintReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void tells_each_change_by_hand_and_nothing_else(@TempDir Path folder)
      throws IOException, SQLException {
    DriftReport report =
        DriftProof.show(folder, new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));

    assertThat(report.differences())
        .extracting(difference -> difference.key().toString())
        .containsExactlyInAnyOrder(
            "constraint public.orders.orders_amount_check",
            "column public.orders.note",
            "index public.orders.hotfix");
  }
}
