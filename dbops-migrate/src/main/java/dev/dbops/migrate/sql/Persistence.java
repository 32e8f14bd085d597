package dev.dbops.migrate.sql;

/** What becomes of a table's rows: kept, kept until a crash, or kept until the session ends. */
public enum Persistence {
  PERMANENT,
  UNLOGGED,
  TEMPORARY
}
