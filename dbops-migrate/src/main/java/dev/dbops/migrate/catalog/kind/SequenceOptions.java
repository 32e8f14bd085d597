package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.Fact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a sequence counts, as it stands after CREATE SEQUENCE and ALTER SEQUENCE, and within an
 * identity.
 *
 * @param sequence what has the attributes, or the column whose identity it is
 * @param prefix before the attributes' names
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE
 *     SEQUENCE</a>
 */
record SequenceOptions(Fact sequence, String prefix) {
  /** The attributes, in the order in which the options stand. */
  static final List<String> NAMES =
      List.of("increment", "minimum", "maximum", "start", "cache", "cycle");

  static SequenceOptions of(Fact sequence) {
    return new SequenceOptions(sequence, "");
  }

  static SequenceOptions ofIdentity(Fact column) {
    return new SequenceOptions(column, "identity ");
  }

  /** Those that are not what the server takes when nothing is said. */
  String said() {
    return NAMES.stream()
        .flatMap(name -> value(name).map(value -> clause(name, value)).stream())
        .collect(Collectors.joining(" "));
  }

  /**
   * All, so that whatever was said before no longer counts. The bounds stand as numbers: a server
   * that is told the type takes {@code NO MAXVALUE} for that of the type, whichever way it counts.
   */
  String all() {
    return "%s MINVALUE %d MAXVALUE %d %s %s %s"
        .formatted(
            clause("increment"),
            lowest(),
            highest(),
            clause("start"),
            clause("cache"),
            clause("cycle"));
  }

  /** One option, be it said or not. */
  String clause(String name) {
    return value(name).map(value -> clause(name, value)).orElseGet(() -> byDefault(name));
  }

  private Optional<String> value(String name) {
    return sequence.attribute(prefix + name);
  }

  private static String clause(String name, String value) {
    return switch (name) {
      case "start" -> "START WITH " + value;
      case "increment" -> "INCREMENT BY " + value;
      case "minimum" -> "MINVALUE " + value;
      case "maximum" -> "MAXVALUE " + value;
      case "cache" -> "CACHE " + value;
      default -> "CYCLE";
    };
  }

  private String byDefault(String name) {
    return switch (name) {
      case "start" -> "START WITH " + (descends() ? highest() : lowest());
      case "increment" -> "INCREMENT BY 1";
      case "minimum" -> "NO MINVALUE";
      case "maximum" -> "NO MAXVALUE";
      case "cache" -> "CACHE 1";
      default -> "NO CYCLE";
    };
  }

  private boolean descends() {
    return value("increment").filter(by -> by.startsWith("-")).isPresent();
  }

  /** The least value that it can have. */
  long lowest() {
    return value("minimum").map(Long::parseLong).orElse(descends() ? -highestOfType() - 1 : 1);
  }

  /** The greatest value that it can have. */
  long highest() {
    return value("maximum").map(Long::parseLong).orElse(descends() ? -1 : highestOfType());
  }

  private long highestOfType() {
    return switch (value("type").orElse("bigint")) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }
}
