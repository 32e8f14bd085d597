package dev.dbops.migrate.report;

import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.Severity;
import java.io.IOException;

/**
 * Workflow commands of GitHub Actions, which show findings beside the changed lines.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow
 *     commands</a>
 */
public final class GitHubReport implements ReportFormat<LintReport> {
  @Override
  public String id() {
    return "github";
  }

  @Override
  public String fileName() {
    return "dbops-lint.github.txt";
  }

  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    for (Finding finding : report.findings()) {
      String fix = finding.fix().map(form -> "\ninstead:\n" + FixText.of(form)).orElse("");
      command(
          out,
          command(finding.severity()),
          finding.span(),
          finding.rule().id(),
          finding.message() + "\n" + Wording.lock(finding) + fix);
    }
    for (ReadProblem problem : report.problems()) {
      command(out, "error", problem.span(), "dbops", problem.inWords());
    }
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static void command(
      Appendable out, String command, SourceSpan span, String title, String message)
      throws IOException {
    out.append("::")
        .append(command)
        .append(" file=")
        .append(property(RepositoryPath.of(span.file())))
        .append(",line=")
        .append(String.valueOf(span.from().line()))
        .append(",endLine=")
        .append(String.valueOf(span.to().line()))
        .append(",col=")
        .append(String.valueOf(span.from().column()))
        .append(",title=")
        .append(property(title))
        .append("::")
        .append(data(message.strip()))
        .append("\n");
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
