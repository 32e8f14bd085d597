package dev.dbops.migrate.catalog.snapshot;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.dbops.migrate.error.DbopsException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A snapshot as JSON: a line for each fact, in an order that depends on nothing but the schema, so
 * that equal schemas give equal files and version control shows what changed.
 */
public final class SnapshotFile {
  /** Rises when files of before can no longer be compared with new ones. */
  public static final int VERSION = 1;

  private static final String FORMAT = "dbops-schema";

  private SnapshotFile() {}

  /**
   * Writes a file in UTF-8, and its directory if that is not there.
   *
   * @throws DbopsException if it cannot be written
   */
  public static void write(CatalogSnapshot snapshot, Path file) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      try (Writer out = Files.newBufferedWriter(file)) {
        write(snapshot, out);
      }
    } catch (IOException e) {
      throw new DbopsException(
          "The snapshot could not be written to " + file + ": " + e.getMessage(),
          "name a file that can be written",
          e);
    }
  }

  /**
   * Writes a snapshot.
   *
   * @throws IOException if {@code out} does
   */
  public static void write(CatalogSnapshot snapshot, Appendable out) throws IOException {
    out.append("{\"format\": \"" + FORMAT + "\", \"version\": " + VERSION);
    out.append(", \"server\": " + snapshot.majorVersion() + ",\n\"unseen\": [");
    writeLines(snapshot.unseen(), out);
    out.append("],\n\"facts\": [");
    writeLines(snapshot.facts().values().stream().map(fact -> json(fact, snapshot)).toList(), out);
    out.append("]}\n");
  }

  private static void writeLines(Collection<?> values, Appendable out) throws IOException {
    String separator = "\n";
    for (Object value : values) {
      out.append(separator).append(JsonWriter.string(value));
      separator = ",\n";
    }
    if (!values.isEmpty()) {
      out.append('\n');
    }
  }

  private static JsonObject json(Fact fact, CatalogSnapshot snapshot) {
    JsonObject json = new JsonObject();
    json.put("kind", fact.key().kind());
    json.put("name", new JsonArray(fact.key().name()));
    if (!fact.attributes().isEmpty()) {
      json.put("attributes", new JsonObject(fact.attributes()));
    }
    if (!fact.members().isEmpty()) {
      json.put("members", new JsonArray(fact.members()));
    }
    Set<FactKey> needs = snapshot.dependencies().getOrDefault(fact.key(), Set.of());
    if (!needs.isEmpty()) {
      json.put(
          "needs",
          new JsonArray(
              needs.stream()
                  .sorted()
                  .map(
                      key ->
                          Stream.concat(Stream.of(key.kind()), key.name().stream())
                              .collect(Collectors.toCollection(JsonArray::new)))
                  .toList()));
    }
    return json;
  }

  /**
   * Reads a file.
   *
   * @throws DbopsException if it cannot be read, is no snapshot or one of another version
   */
  public static CatalogSnapshot read(Path file) {
    try (Reader in = Files.newBufferedReader(file)) {
      return read(in, file.toString());
    } catch (IOException e) {
      throw new DbopsException(
          "The snapshot " + file + " could not be read: " + e.getMessage(),
          "name a file that dbops:snapshot has written",
          e);
    }
  }

  /**
   * Reads a snapshot.
   *
   * @param name what is read, for error messages
   * @throws DbopsException if it is no snapshot or one of another version
   */
  public static CatalogSnapshot read(Reader in, String name) {
    try {
      JsonObject json = JsonParser.object().from(in);
      if (!FORMAT.equals(json.getString("format")) || json.getInt("version") != VERSION) {
        throw new DbopsException(
            "%s is no snapshot of version %d".formatted(name, VERSION),
            "write it anew with dbops:snapshot of this version");
      }
      SortedMap<FactKey, Fact> facts = new TreeMap<>();
      Map<FactKey, Set<FactKey>> dependencies = new HashMap<>();
      for (Object each : json.getArray("facts")) {
        JsonObject fact = (JsonObject) each;
        FactKey key = new FactKey(fact.getString("kind"), texts(fact.getArray("name")));
        SortedMap<String, String> attributes = new TreeMap<>();
        fact.getObject("attributes", new JsonObject())
            .forEach((attribute, value) -> attributes.put(attribute, (String) value));
        facts.put(key, new Fact(key, attributes, texts(fact.getArray("members", new JsonArray()))));
        for (Object need : fact.getArray("needs", new JsonArray())) {
          List<String> path = texts((JsonArray) need);
          dependencies
              .computeIfAbsent(key, same -> new TreeSet<>())
              .add(new FactKey(path.get(0), path.subList(1, path.size())));
        }
      }
      return new CatalogSnapshot(
          json.getInt("server"), facts, dependencies, texts(json.getArray("unseen")));
    } catch (JsonParserException | ClassCastException | NullPointerException e) {
      throw new DbopsException(
          "%s is no snapshot: %s".formatted(name, e.getMessage()),
          "write it anew with dbops:snapshot",
          e);
    }
  }

  private static List<String> texts(JsonArray array) {
    return array.stream().map(String.class::cast).toList();
  }
}
