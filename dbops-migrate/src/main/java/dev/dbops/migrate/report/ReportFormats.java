package dev.dbops.migrate.report;

import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.lint.LintReport;
import java.util.List;

/** The formats that dbops knows. */
public final class ReportFormats {
  private ReportFormats() {}

  public static List<ReportFormat<LintReport>> ofLint() {
    return List.of(
        new TextReport(false),
        new JsonReport(),
        new SarifReport(),
        new JUnitReport(),
        new GitHubReport(),
        new GitLabReport(),
        new HtmlReport());
  }

  public static List<ReportFormat<DriftReport>> ofDrift() {
    return List.of(
        new DriftTextReport(false),
        new DriftJsonReport(),
        new DriftSarifReport(),
        new DriftJUnitReport(),
        new DriftHtmlReport(),
        new RepairScript());
  }
}
