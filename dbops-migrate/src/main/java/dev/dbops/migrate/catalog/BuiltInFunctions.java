package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.Volatility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * PostgreSQL's own functions: every name in {@code pg_catalog} of the versions 10 to 18, and what
 * is written like a function and has none there, such as {@code COALESCE}.
 */
final class BuiltInFunctions {
  private static final String RESOURCE = "built-in-functions.txt";
  private static final Map<String, Volatility> BY_NAME = parse(text());

  private BuiltInFunctions() {}

  /** Where functions of one name differ, that of the most volatile. */
  static Optional<Volatility> volatility(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Reads lines of names, each list below a line with its volatility in capitals. */
  static Map<String, Volatility> parse(String text) {
    Map<String, Volatility> byName = new HashMap<>(4096);
    Volatility volatility = Volatility.VOLATILE;
    for (String line : text.split("\n")) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (line.equals(line.toUpperCase(Locale.ROOT))) {
        volatility = Volatility.valueOf(line.strip());
        continue;
      }
      for (String name : line.strip().split(" ")) {
        byName.put(name, volatility);
      }
    }
    return Map.copyOf(byName);
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(
            BuiltInFunctions.class.getResourceAsStream(RESOURCE), "no resource " + RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
