package dev.dbops.migrate.changelog.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Properties;

/**
 * What stands in the {@code .conf} file beside a script.
 *
 * @param executeInTransaction whether Flyway wraps the script; empty if the file does not say
 * @param encoding of the script; empty if the file does not say, or names one that Java lacks
 * @param shouldExecute false only where the file says so in plain words
 */
record FlywayScriptConfig(
    Optional<Boolean> executeInTransaction, Optional<Charset> encoding, boolean shouldExecute) {
  static final FlywayScriptConfig NONE =
      new FlywayScriptConfig(Optional.empty(), Optional.empty(), true);

  static FlywayScriptConfig parse(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException brokenEscape) {
      return NONE;
    }
    return new FlywayScriptConfig(
        Optional.ofNullable(properties.getProperty("executeInTransaction"))
            .map(value -> Boolean.parseBoolean(value.trim())),
        Optional.ofNullable(properties.getProperty("encoding"))
            .flatMap(FlywayScriptConfig::charset),
        !"false".equalsIgnoreCase(properties.getProperty("shouldExecute", "").trim()));
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name.trim()));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
