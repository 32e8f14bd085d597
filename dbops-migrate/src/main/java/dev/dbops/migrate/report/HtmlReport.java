package dev.dbops.migrate.report;

import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.NotAnalysed;
import java.io.IOException;
import java.util.Locale;

/** One page that needs nothing else: no script, no font, no network. */
public final class HtmlReport implements ReportFormat {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8884; --soft: #8881; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin-top: 2.5rem; overflow-wrap: anywhere; }
      article { border: 1px solid var(--line); border-left: .4rem solid; border-radius: .4rem; padding: .8rem 1rem; margin: 1rem 0; }
      .error { border-left-color: #c62828; } .warning { border-left-color: #ef8f00; } .info { border-left-color: #1976d2; }
      .severity { font-weight: 600; } .place, .lock { color: #777; font-size: .9rem; overflow-wrap: anywhere; }
      pre { background: var(--soft); padding: .7rem; overflow-x: auto; border-radius: .3rem; font-size: .85rem; }
      """;

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
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>dbops: migrations</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>Migrations that would hurt a live database</h1>\n")
        .append("<p>")
        .append(escaped(Wording.summary(report)))
        .append(".</p>\n");
    for (ReadProblem problem : report.problems()) {
      out.append("<article class=\"error\"><span class=\"severity\">problem</span> ")
          .append(escaped(problem.inWords()))
          .append("<div class=\"place\">")
          .append(escaped(problem.span().toString()))
          .append("</div></article>\n");
    }
    String changeSet = "";
    for (Finding finding : report.findings()) {
      if (!finding.changeSet().displayName().equals(changeSet)) {
        changeSet = finding.changeSet().displayName();
        out.append("<h2>").append(escaped(changeSet)).append("</h2>\n");
      }
      finding(finding, out);
    }
    notAnalysed(report, out);
    out.append("</body>\n</html>\n");
  }

  private static void finding(Finding finding, Appendable out) throws IOException {
    out.append("<article class=\"")
        .append(finding.severity().name().toLowerCase(Locale.ROOT))
        .append("\">\n<div><span class=\"severity\">")
        .append(Wording.word(finding.severity()))
        .append("</span> ")
        .append(escaped(finding.message()))
        .append("</div>\n<div class=\"lock\">")
        .append(escaped(Wording.lock(finding)))
        .append("</div>\n<div class=\"place\">")
        .append(escaped(finding.span().toString()))
        .append(" · <a href=\"")
        .append(escaped(finding.rule().documentation()))
        .append("\">")
        .append(escaped(finding.rule().id()))
        .append("</a></div>\n<pre>")
        .append(escaped(finding.statement()))
        .append("</pre>\n<p>")
        .append(escaped(finding.rule().why()))
        .append("</p>\n<p>")
        .append(escaped(finding.rule().instead()))
        .append("</p>\n");
    if (finding.fix().isPresent()) {
      out.append("<pre>")
          .append(escaped(FixText.of(finding.fix().get()).strip()))
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
          .append(escaped(opaque.what() + ": " + opaque.reason()))
          .append(" <span class=\"place\">")
          .append(escaped(opaque.span().toString()))
          .append("</span></li>\n");
    }
    out.append("</ul>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
