package dev.dbops.migrate.report;

import java.util.List;

/** The formats that dbops knows. */
public final class ReportFormats {
  private ReportFormats() {}

  public static List<ReportFormat> all() {
    return List.of(
        new TextReport(false),
        new JsonReport(),
        new SarifReport(),
        new JUnitReport(),
        new GitHubReport(),
        new GitLabReport(),
        new HtmlReport());
  }
}
