package dev.dbops.migrate.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.dbops.migrate.drift.DriftReport;
import java.io.IOException;
import java.util.Map;

/**
 * SARIF 2.1.0. A database has no files: what differs is named as a logical location.
 *
 * @see <a
 *     href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317713">Logical
 *     locations</a>
 */
public final class DriftSarifReport implements ReportFormat<DriftReport> {
  private static final Map<String, String> RULES =
      Map.of(
          "missing", "The migrations make it and the database does not have it.",
          "unexpected", "The database has it and no migration makes it.",
          "changed", "The database and the migrations have it, but not alike.",
          "unvalidated", "A constraint that rows of the database may break.",
          "invalid", "An index that no query uses, since its making failed half-way.",
          "reordered", "Its parts are in another order.");

  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public String fileName() {
    return "dbops-drift.sarif";
  }

  @Override
  public void write(DriftReport report, Appendable out) throws IOException {
    JsonObject invocation = new JsonObject();
    invocation.put("executionSuccessful", true);
    JsonArray notifications =
        JsonText.array(
            report.history(), each -> notification(Wording.word(each.severity()), each.inWords()));
    notifications.addAll(
        JsonText.array(DriftWording.notes(report), note -> notification("note", note)));
    invocation.put("toolExecutionNotifications", notifications);
    SarifLog.write(
        RULES.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(rule -> descriptor(rule.getKey(), rule.getValue()))
            .toList(),
        SideBySide.of(report).stream().map(DriftSarifReport::result).toList(),
        invocation,
        out);
  }

  private static JsonObject notification(String level, String text) {
    JsonObject json = new JsonObject();
    json.put("level", level);
    json.put("message", SarifLog.message(text));
    return json;
  }

  private static JsonObject descriptor(String id, String description) {
    JsonObject json = new JsonObject();
    json.put("id", id);
    json.put("shortDescription", SarifLog.message(description));
    return json;
  }

  private static JsonObject result(SideBySide difference) {
    JsonObject object = new JsonObject();
    object.put("name", difference.key().simpleName());
    object.put("fullyQualifiedName", String.join(".", difference.key().name()));
    object.put("kind", difference.key().kind());
    JsonObject location = new JsonObject();
    location.put("logicalLocations", JsonArray.from(object));
    StringBuilder message = new StringBuilder(difference.sentence()).append(".");
    for (SideBySide.Row row : difference.rows()) {
      message
          .append(" Expected ")
          .append(row.attribute())
          .append(": ")
          .append(row.expected().orElse(DriftWording.NOTHING))
          .append("; actual: ")
          .append(row.actual().orElse(DriftWording.NOTHING))
          .append(".");
    }
    JsonObject json = new JsonObject();
    json.put("ruleId", difference.what());
    json.put("level", Wording.word(difference.severity()));
    json.put("message", SarifLog.message(message.toString()));
    json.put("locations", JsonArray.from(location));
    return json;
  }
}
