package dev.dbops.migrate.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A schema of JSON, and what of a text does not follow it. */
record JsonSchema(SpecVersion.VersionFlag version, String text) {
  /** One of those in {@code docs}. */
  static JsonSchema documented(String name) {
    try {
      return new JsonSchema(
          SpecVersion.VersionFlag.V202012,
          Files.readString(Path.of("../docs/" + name + ".schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The official one of SARIF 2.1.0. */
  static JsonSchema sarif() {
    try (InputStream in = JsonSchema.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return new JsonSchema(
          SpecVersion.VersionFlag.V7, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> violations(String json) {
    return JsonSchemaFactory.getInstance(version)
        .getSchema(text)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
