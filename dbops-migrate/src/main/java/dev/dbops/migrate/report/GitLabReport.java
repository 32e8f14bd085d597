package dev.dbops.migrate.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.Fingerprint;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A code quality report of GitLab.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">Code
 *     Quality report format</a>
 */
public final class GitLabReport implements ReportFormat<LintReport> {
  @Override
  public String id() {
    return "gitlab";
  }

  @Override
  public String fileName() {
    return "gl-code-quality-report.json";
  }

  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    JsonArray issues = new JsonArray();
    Map<String, Integer> seen = new HashMap<>();
    for (Finding finding : report.findings()) {
      issues.add(issue(finding, seen));
    }
    out.append(JsonWriter.indent("  ").string().array(issues).done()).append("\n");
  }

  private static JsonObject issue(Finding finding, Map<String, Integer> seen) {
    // The same statement twice in a changeset has one fingerprint, but GitLab wants each to be
    // unique.
    String fingerprint = Fingerprint.of(finding);
    int count = seen.merge(fingerprint, 1, Integer::sum);
    JsonObject lines = new JsonObject();
    lines.put("begin", finding.span().from().line());
    lines.put("end", finding.span().to().line());
    JsonObject location = new JsonObject();
    location.put("path", RepositoryPath.of(finding.span().file()));
    location.put("lines", lines);
    JsonObject json = new JsonObject();
    json.put("description", finding.message());
    json.put("check_name", finding.rule().id());
    json.put("fingerprint", count == 1 ? fingerprint : fingerprint + "-" + count);
    json.put("severity", severity(finding.severity()));
    json.put("location", location);
    return json;
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case INFO -> "info";
    };
  }
}
