package dev.dbops.migrate.report;

import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.NotAnalysed;
import java.io.IOException;
import java.util.Locale;

/** One page that needs nothing else: no script, no font, no network. */
public final class HtmlReport implements ReportFormat<LintReport> {
  @Override
  public String id() {
    return "html";
  }

  @Override
  public String fileName() {
    return "dbops-lint.html";
  }

  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    HtmlPage.begin("dbops: migrations", "Migrations that would hurt a live database", out);
    out.append("<p>").append(HtmlPage.escaped(Wording.summary(report))).append(".</p>\n");
    for (ReadProblem problem : report.problems()) {
      out.append("<article class=\"error\"><span class=\"severity\">problem</span> ")
          .append(HtmlPage.escaped(problem.inWords()))
          .append("<div class=\"place\">")
          .append(HtmlPage.escaped(problem.span().toString()))
          .append("</div></article>\n");
    }
    String changeSet = "";
    for (Finding finding : report.findings()) {
      if (!finding.changeSet().displayName().equals(changeSet)) {
        changeSet = finding.changeSet().displayName();
        out.append("<h2>").append(HtmlPage.escaped(changeSet)).append("</h2>\n");
      }
      finding(finding, out);
    }
    notAnalysed(report, out);
    HtmlPage.end(out);
  }

  private static void finding(Finding finding, Appendable out) throws IOException {
    out.append("<article class=\"")
        .append(finding.severity().name().toLowerCase(Locale.ROOT))
        .append("\">\n<div><span class=\"severity\">")
        .append(Wording.word(finding.severity()))
        .append("</span> ")
        .append(HtmlPage.escaped(finding.message()))
        .append("</div>\n<div class=\"lock\">")
        .append(HtmlPage.escaped(Wording.lock(finding)))
        .append("</div>\n<div class=\"place\">")
        .append(HtmlPage.escaped(finding.span().toString()))
        .append(" · <a href=\"")
        .append(HtmlPage.escaped(finding.rule().documentation()))
        .append("\">")
        .append(HtmlPage.escaped(finding.rule().id()))
        .append("</a></div>\n<pre>")
        .append(HtmlPage.escaped(finding.statement()))
        .append("</pre>\n<p>")
        .append(HtmlPage.escaped(finding.rule().why()))
        .append("</p>\n<p>")
        .append(HtmlPage.escaped(finding.rule().instead()))
        .append("</p>\n");
    if (finding.fix().isPresent()) {
      out.append("<pre>")
          .append(HtmlPage.escaped(FixText.of(finding.fix().get()).strip()))
          .append("</pre>\n");
    }
    out.append("</article>\n");
  }

  private static void notAnalysed(LintReport report, Appendable out) throws IOException {
    if (report.notAnalysed().isEmpty()) {
      return;
    }
    out.append("<h2>Not analysed, and so not known to be safe</h2>\n<ul>\n");
    for (NotAnalysed opaque : report.notAnalysed()) {
      out.append("<li>")
          .append(HtmlPage.escaped(opaque.what() + ": " + opaque.reason()))
          .append(" <span class=\"place\">")
          .append(HtmlPage.escaped(opaque.span().toString()))
          .append("</span></li>\n");
    }
    out.append("</ul>\n");
  }
}
