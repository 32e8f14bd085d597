package dev.dbops.migrate.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.drift.HistoryDifference;
import dev.dbops.migrate.drift.Ignore;
import dev.dbops.migrate.drift.Rename;
import dev.dbops.migrate.drift.RepairStep;
import java.io.IOException;
import java.util.Locale;

/**
 * For programs: everything that a report of drift holds, as JSON of a documented, versioned schema
 * ({@code docs/drift-report.schema.json}).
 */
public final class DriftJsonReport implements ReportFormat<DriftReport> {
  /** Rises when a property changes its meaning or goes away; new properties do not raise it. */
  public static final int VERSION = 1;

  @Override
  public String id() {
    return "json";
  }

  @Override
  public String fileName() {
    return "dbops-drift.json";
  }

  @Override
  public void write(DriftReport report, Appendable out) throws IOException {
    JsonObject repair = new JsonObject();
    repair.put("database", JsonText.array(report.repairOfDatabase(), DriftJsonReport::step));
    repair.put("migrations", JsonText.array(report.repairOfMigrations(), DriftJsonReport::step));
    JsonObject json = new JsonObject();
    json.put("version", VERSION);
    json.put("origin", report.origin());
    json.put("expectedServer", report.expected().majorVersion());
    json.put("actualServer", report.actual().majorVersion());
    json.put("differences", JsonText.array(SideBySide.of(report), DriftJsonReport::difference));
    json.put("renames", JsonText.array(report.renames(), DriftJsonReport::rename));
    json.put("repair", repair);
    json.put("history", JsonText.array(report.history(), DriftJsonReport::history));
    json.put("notes", new JsonArray(report.notes()));
    json.put("unusedIgnores", JsonText.array(report.unusedIgnores(), DriftJsonReport::ignore));
    JsonText.write(json, out);
  }

  private static JsonObject difference(SideBySide difference) {
    JsonObject json = new JsonObject();
    json.put("what", difference.what());
    json.put("severity", difference.severity().name().toLowerCase(Locale.ROOT));
    json.put("kind", difference.key().kind());
    json.put("name", new JsonArray(difference.key().name()));
    json.put("message", difference.sentence());
    json.put("attributes", JsonText.array(difference.rows(), DriftJsonReport::row));
    return json;
  }

  private static JsonObject rename(Rename rename) {
    JsonObject json = new JsonObject();
    json.put("kind", rename.expected().kind());
    json.put("expected", new JsonArray(rename.expected().name()));
    json.put("actual", new JsonArray(rename.actual().name()));
    json.put("database", rename.ofDatabase());
    json.put("migrations", rename.ofMigrations());
    return json;
  }

  private static JsonObject history(HistoryDifference difference) {
    JsonObject json = new JsonObject();
    json.put("severity", difference.severity().name().toLowerCase(Locale.ROOT));
    json.put("message", difference.message());
    json.put("next", difference.next());
    return json;
  }

  private static JsonObject row(SideBySide.Row row) {
    JsonObject json = new JsonObject();
    json.put("attribute", row.attribute());
    row.expected().ifPresent(value -> json.put("expected", value));
    row.actual().ifPresent(value -> json.put("actual", value));
    return json;
  }

  private static JsonObject step(RepairStep step) {
    JsonObject json = new JsonObject();
    json.put("kind", step.key().kind());
    json.put("name", new JsonArray(step.key().name()));
    json.put("sql", new JsonArray(step.statements()));
    json.put("losesData", step.losesData());
    return json;
  }

  private static JsonObject ignore(Ignore ignore) {
    JsonObject json = new JsonObject();
    json.put("kind", ignore.kind());
    json.put("object", ignore.object());
    json.put("attribute", ignore.attribute());
    json.put("owner", ignore.owner());
    json.put("reason", ignore.reason());
    return json;
  }
}
