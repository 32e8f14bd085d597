package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;

/**
 * A table that the author named, and how tables beside it are named in the same manner.
 *
 * @param written as the author named it
 * @param resolved which table that is
 */
record Neighbour(QualifiedName written, ObjectName resolved) {
  static Neighbour of(QualifiedName table, SchemaState schema) {
    return new Neighbour(table, schema.resolve(table));
  }

  /** Another table or index: with its schema only where the author wrote one, or it has another. */
  String sql(ObjectName other) {
    if (!other.schema().equals(resolved.schema())) {
      return other.sql();
    }
    return sql(other.name());
  }

  /** Another table or index of the same schema. */
  String sql(String other) {
    return written.schema().map(schema -> schema.text() + ".").orElse("")
        + SqlIdentifier.quote(other);
  }
}
