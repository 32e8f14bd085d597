package dev.dbops.migrate.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.function.Function;

/** What all reports in JSON have in common. */
final class JsonText {
  private JsonText() {}

  static void write(JsonObject json, Appendable out) throws IOException {
    out.append(JsonWriter.indent("  ").string().object(json).done()).append("\n");
  }

  static <T> JsonArray array(Collection<T> elements, Function<T, JsonObject> json) {
    JsonArray array = new JsonArray();
    elements.stream().map(json).forEach(array::add);
    return array;
  }
}
