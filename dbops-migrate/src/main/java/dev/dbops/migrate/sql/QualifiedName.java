package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * The name of an object, perhaps with its schema.
 *
 * @param schema the schema, if it is written
 * @param name the name itself
 * @param text as it is written, the schema included
 */
public record QualifiedName(Optional<Name> schema, Name name, String text, Span span) {
  /** The name without its schema, as PostgreSQL understands it. */
  public String value() {
    return name.value();
  }

  /** The schema as PostgreSQL understands it. */
  public Optional<String> schemaValue() {
    return schema.map(Name::value);
  }
}
