package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.SqlIdentifier;

/**
 * The full name of an object, resolved: the same object has the same name however it was written.
 *
 * @param schema its schema; {@value #TEMPORARY} for what only the session sees
 * @param name its name, as PostgreSQL understands it
 */
public record ObjectName(String schema, String name) {
  /** The schema under which the session's own temporary objects are known. */
  public static final String TEMPORARY = "pg_temp";

  public boolean isTemporary() {
    return schema.equals(TEMPORARY);
  }

  /** Another object of the same schema. */
  public ObjectName sibling(String other) {
    return new ObjectName(schema, other);
  }

  /** As it must stand in SQL, with its schema. */
  public String sql() {
    return SqlIdentifier.quote(schema) + "." + SqlIdentifier.quote(name);
  }

  @Override
  public String toString() {
    return sql();
  }
}
