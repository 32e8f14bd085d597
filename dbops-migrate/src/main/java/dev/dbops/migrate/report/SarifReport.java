package dev.dbops.migrate.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.SourcePosition;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.Fingerprint;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.NotAnalysed;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.online.OnlineForm;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SARIF 2.1.0, which code hosts show beside the changed lines.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class SarifReport implements ReportFormat<LintReport> {
  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public String fileName() {
    return "dbops-lint.sarif";
  }

  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    Map<String, RuleInfo> rules = new LinkedHashMap<>();
    report.findings().forEach(each -> rules.putIfAbsent(each.rule().id(), each.rule()));
    report
        .suppressed()
        .forEach(each -> rules.putIfAbsent(each.finding().rule().id(), each.finding().rule()));
    List<JsonObject> results = new ArrayList<>();
    report.findings().forEach(each -> results.add(result(each)));
    report
        .suppressed()
        .forEach(
            each -> {
              JsonObject result = result(each.finding());
              JsonObject suppression = new JsonObject();
              suppression.put("kind", "inSource");
              suppression.put("justification", each.by().reason());
              result.put("suppressions", JsonArray.from(suppression));
              results.add(result);
            });
    SarifLog.write(
        rules.values().stream().map(SarifReport::descriptor).toList(),
        results,
        invocation(report),
        out);
  }

  private static JsonObject descriptor(RuleInfo rule) {
    JsonObject json = new JsonObject();
    json.put("id", rule.id());
    json.put("shortDescription", SarifLog.message(rule.title() + "."));
    json.put("fullDescription", SarifLog.message(rule.why()));
    json.put("help", SarifLog.message(rule.instead()));
    json.put("helpUri", rule.documentation());
    JsonObject configuration = new JsonObject();
    configuration.put("level", Wording.word(rule.severity()));
    json.put("defaultConfiguration", configuration);
    return json;
  }

  private static JsonObject result(Finding finding) {
    JsonObject json = new JsonObject();
    json.put("ruleId", finding.rule().id());
    json.put("level", Wording.word(finding.severity()));
    json.put(
        "message", SarifLog.message(finding.message() + ". It " + Wording.lock(finding) + "."));
    json.put("locations", JsonArray.from(location(finding.span())));
    JsonObject fingerprints = new JsonObject();
    fingerprints.put("dbops/v1", Fingerprint.of(finding));
    json.put("partialFingerprints", fingerprints);
    finding
        .fix()
        .filter(fix -> finding.span().text().contains(finding.statement()))
        .ifPresent(fix -> json.put("fixes", JsonArray.from(fix(finding, fix))));
    return json;
  }

  private static JsonObject fix(Finding finding, OnlineForm form) {
    JsonObject inserted = new JsonObject();
    inserted.put("text", FixText.of(form).replaceAll(";\\s*$", ""));
    JsonObject replacement = new JsonObject();
    replacement.put("deletedRegion", region(finding.span()));
    replacement.put("insertedContent", inserted);
    JsonObject change = new JsonObject();
    change.put("artifactLocation", artifact(finding.span()));
    change.put("replacements", JsonArray.from(replacement));
    JsonObject fix = new JsonObject();
    fix.put("description", SarifLog.message(finding.rule().instead()));
    fix.put("artifactChanges", JsonArray.from(change));
    return fix;
  }

  private static JsonObject invocation(LintReport report) {
    JsonArray notifications = new JsonArray();
    for (ReadProblem problem : report.problems()) {
      notifications.add(notification("error", problem.inWords(), problem.span()));
    }
    for (NotAnalysed opaque : report.notAnalysed()) {
      notifications.add(
          notification(
              "warning",
              "Not analysed: " + opaque.what() + ": " + opaque.reason() + ".",
              opaque.span()));
    }
    JsonObject json = new JsonObject();
    json.put("executionSuccessful", report.problems().isEmpty());
    json.put("toolExecutionNotifications", notifications);
    return json;
  }

  private static JsonObject notification(String level, String text, SourceSpan span) {
    JsonObject json = new JsonObject();
    json.put("level", level);
    json.put("message", SarifLog.message(text));
    json.put("locations", JsonArray.from(location(span)));
    return json;
  }

  private static JsonObject location(SourceSpan span) {
    JsonObject physical = new JsonObject();
    physical.put("artifactLocation", artifact(span));
    physical.put("region", region(span));
    JsonObject json = new JsonObject();
    json.put("physicalLocation", physical);
    return json;
  }

  private static JsonObject artifact(SourceSpan span) {
    JsonObject json = new JsonObject();
    json.put("uri", uri(RepositoryPath.of(span.file())));
    return json;
  }

  /** A path as a relative URI reference, with what may not stand in one escaped. */
  private static String uri(String path) {
    try {
      return path.startsWith("/")
          ? new URI("file", "", path, null).toASCIIString()
          : new URI(null, null, "./" + path, null).toASCIIString().substring(2);
    } catch (URISyntaxException notAPath) {
      return URI.create("unknown").toASCIIString();
    }
  }

  private static JsonObject region(SourceSpan span) {
    SourcePosition from = span.from();
    SourcePosition to = span.to();
    JsonObject json = new JsonObject();
    json.put("startLine", from.line());
    json.put("startColumn", from.column());
    json.put("endLine", to.line());
    json.put("endColumn", to.column());
    return json;
  }
}
