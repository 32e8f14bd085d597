package dev.dbops.migrate.report;

import static dev.dbops.migrate.report.HtmlPage.escaped;

import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.drift.RepairStep;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** One page with expected and actual side by side, and both repairs. */
public final class DriftHtmlReport implements ReportFormat<DriftReport> {
  @Override
  public String id() {
    return "html";
  }

  @Override
  public String fileName() {
    return "dbops-drift.html";
  }

  @Override
  public void write(DriftReport report, Appendable out) throws IOException {
    HtmlPage.begin("dbops: drift", "How the database differs from its migrations", out);
    out.append("<p>").append(escaped(DriftWording.summary(report))).append(".</p>\n");
    for (SideBySide difference : SideBySide.of(report)) {
      difference(difference, out);
    }
    repair("SQL that makes the database what it should be", report.repairOfDatabase(), out);
    repair(
        "SQL for a changeset that makes the migrations what the database is",
        report.repairOfMigrations(),
        out);
    list("History of migrations", DriftWording.history(report), out);
    list("Notes", DriftWording.notes(report), out);
    HtmlPage.end(out);
  }

  private static void list(String heading, List<String> items, Appendable out) throws IOException {
    if (!items.isEmpty()) {
      out.append("<h2>").append(heading).append("</h2>\n<ul>\n");
      for (String item : items) {
        out.append("<li>").append(escaped(item)).append("</li>\n");
      }
      out.append("</ul>\n");
    }
  }

  private static void difference(SideBySide difference, Appendable out) throws IOException {
    out.append("<article class=\"")
        .append(difference.severity().name().toLowerCase(Locale.ROOT))
        .append("\">\n<div><span class=\"severity\">")
        .append(Wording.word(difference.severity()))
        .append("</span> ")
        .append(escaped(difference.sentence()))
        .append("</div>\n");
    if (!difference.rows().isEmpty()) {
      out.append("<table>\n<tr><th></th><th>expected</th><th>actual</th></tr>\n");
      for (SideBySide.Row row : difference.rows()) {
        out.append("<tr><th>")
            .append(escaped(row.attribute()))
            .append("</th><td>")
            .append(escaped(row.expected().orElse(DriftWording.NOTHING)))
            .append("</td><td>")
            .append(escaped(row.actual().orElse(DriftWording.NOTHING)))
            .append("</td></tr>\n");
      }
      out.append("</table>\n");
    }
    out.append("</article>\n");
  }

  private static void repair(String heading, List<RepairStep> steps, Appendable out)
      throws IOException {
    if (!steps.isEmpty()) {
      out.append("<h2>")
          .append(heading)
          .append("</h2>\n<pre>")
          .append(escaped(RepairText.of(steps).strip()))
          .append("</pre>\n");
    }
  }
}
