package dev.dbops.migrate.sql;

import java.util.List;
import java.util.Optional;

/**
 * A type, as a column or domain declares it.
 *
 * @param name the canonical name without modifiers, as {@code format_type} prints it ({@code
 *     integer} for {@code int4}, {@code character varying} for {@code varchar}); of a user's type,
 *     its name as PostgreSQL understands it; {@code serial} and its siblings keep theirs
 * @param schema the schema of a user's type, if it is written
 * @param modifiers what stands in parentheses: length, or precision and scale
 * @param array whether it is an array of that type
 * @param text as it is written
 */
public record DataType(
    String name,
    Optional<String> schema,
    List<Integer> modifiers,
    boolean array,
    String text,
    Span span) {
  public DataType {
    modifiers = List.copyOf(modifiers);
  }

  /** Whether it stands for an integer with a sequence of its own. */
  public boolean isSerial() {
    return switch (name) {
      case "serial", "bigserial", "smallserial" -> true;
      default -> false;
    };
  }
}
