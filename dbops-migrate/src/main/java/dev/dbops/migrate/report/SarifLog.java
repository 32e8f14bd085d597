package dev.dbops.migrate.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.util.Collection;

/**
 * The frame of SARIF 2.1.0.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifLog {
  private SarifLog() {}

  /** Writes a log of one run. */
  static void write(
      Collection<JsonObject> rules,
      Collection<JsonObject> results,
      JsonObject invocation,
      Appendable out)
      throws IOException {
    JsonObject driver = new JsonObject();
    driver.put("name", "dbops");
    driver.put("rules", new JsonArray(rules));
    JsonObject tool = new JsonObject();
    tool.put("driver", driver);
    JsonObject run = new JsonObject();
    run.put("tool", tool);
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", new JsonArray(results));
    run.put("invocations", JsonArray.from(invocation));
    JsonObject sarif = new JsonObject();
    sarif.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    sarif.put("version", "2.1.0");
    sarif.put("runs", JsonArray.from(run));
    JsonText.write(sarif, out);
  }

  static JsonObject message(String text) {
    JsonObject json = new JsonObject();
    json.put("text", text);
    return json;
  }
}
