package dev.dbops.migrate.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.dbops.migrate.changelog.SourcePosition;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.Fingerprint;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.OnlineStep;
import java.io.IOException;
import java.util.Locale;

/**
 * For programs: everything that a report holds, as JSON of a documented, versioned schema ({@code
 * docs/lint-report.schema.json}).
 */
public final class JsonReport implements ReportFormat<LintReport> {
  /** Rises when a property changes its meaning or goes away; new properties do not raise it. */
  public static final int VERSION = 1;

  @Override
  public String id() {
    return "json";
  }

  @Override
  public String fileName() {
    return "dbops-lint.json";
  }

  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    JsonObject json = new JsonObject();
    json.put("version", VERSION);
    json.put("targetVersion", report.targetVersion());
    json.put("summary", summary(report));
    json.put("findings", JsonText.array(report.findings(), JsonReport::finding));
    json.put(
        "suppressed",
        JsonText.array(
            report.suppressed(),
            each -> {
              JsonObject suppressed = finding(each.finding());
              suppressed.put("reason", each.by().reason());
              return suppressed;
            }));
    json.put(
        "unusedSuppressions",
        JsonText.array(
            report.unusedSuppressions(),
            each -> {
              JsonObject unused = new JsonObject();
              unused.put("rule", each.rule());
              unused.put("location", location(each.comment()));
              return unused;
            }));
    json.put(
        "notAnalysed",
        JsonText.array(
            report.notAnalysed(),
            each -> {
              JsonObject opaque = new JsonObject();
              opaque.put("what", each.what());
              opaque.put("reason", each.reason());
              opaque.put("changeSet", each.changeSet().displayName());
              opaque.put("location", location(each.span()));
              return opaque;
            }));
    json.put(
        "problems",
        JsonText.array(
            report.problems(),
            each -> {
              JsonObject problem = new JsonObject();
              problem.put("message", each.message());
              problem.put("remedy", each.remedy());
              problem.put("location", location(each.span()));
              return problem;
            }));
    JsonText.write(json, out);
  }

  private static JsonObject summary(LintReport report) {
    LintReport.Scope scope = report.scope();
    JsonObject json = new JsonObject();
    json.put("errors", report.count(Severity.ERROR));
    json.put("warnings", report.count(Severity.WARNING));
    json.put("notes", report.count(Severity.INFO));
    json.put("changeSets", scope.changeSets());
    json.put("linted", scope.linted());
    json.put("statements", scope.statements());
    json.put("selection", scope.selection());
    json.put("smallTables", scope.smallTables());
    json.put("baselined", report.baselined().size());
    return json;
  }

  private static JsonObject finding(Finding finding) {
    JsonObject json = new JsonObject();
    json.put("rule", finding.rule().id());
    json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.put("message", finding.message());
    json.put("blocks", finding.rule().blocks().name().toLowerCase(Locale.ROOT));
    json.put("changeSet", finding.changeSet().displayName());
    json.put("location", location(finding.span()));
    json.put("statement", finding.statement());
    json.put("fingerprint", Fingerprint.of(finding));
    finding.table().ifPresent(table -> json.put("table", table.toString()));
    finding
        .size()
        .ifPresent(
            size -> {
              json.put("rows", size.rows());
              json.put("bytes", size.bytes());
            });
    json.put("locks", JsonText.array(finding.effects(), JsonReport::effect));
    finding.fix().ifPresent(fix -> json.put("fix", fix(fix)));
    json.put("documentation", finding.rule().documentation());
    return json;
  }

  private static JsonObject effect(LockEffect effect) {
    JsonObject json = new JsonObject();
    json.put("relation", effect.relation().toString());
    json.put("mode", effect.mode().sql());
    JsonArray work = new JsonArray();
    effect.work().stream()
        .sorted()
        .map(Work::name)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .forEach(work::add);
    json.put("work", work);
    return json;
  }

  private static JsonObject fix(OnlineForm form) {
    JsonObject json = new JsonObject();
    json.put("safe", form.safety() == OnlineForm.Safety.SAFE);
    json.put("steps", JsonText.array(form.steps(), JsonReport::step));
    return json;
  }

  private static JsonObject step(OnlineStep step) {
    JsonObject json = new JsonObject();
    json.put("sql", step.sql());
    json.put("execution", step.execution().name().toLowerCase(Locale.ROOT));
    json.put("note", step.note());
    return json;
  }

  private static JsonObject location(SourceSpan span) {
    SourcePosition from = span.from();
    SourcePosition to = span.to();
    JsonObject json = new JsonObject();
    json.put("file", span.file().path());
    json.put("line", from.line());
    json.put("column", from.column());
    json.put("endLine", to.line());
    json.put("endColumn", to.column());
    return json;
  }
}
