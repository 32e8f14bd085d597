package dev.dbops.migrate.sql;

import java.util.Set;

/**
 * {@code LIKE} in {@code CREATE TABLE}: the columns of another table, with their NOT NULL.
 *
 * @param including what is copied with the columns, of all that a state of the schema knows
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-LIKE">CREATE
 *     TABLE, LIKE</a>
 */
public record LikeClause(QualifiedName table, Set<Part> including, Span span) {
  /** What {@code INCLUDING} adds. */
  public enum Part {
    /** Checks. */
    CONSTRAINTS,
    DEFAULTS,
    /** The expressions of generated columns. */
    GENERATED,
    IDENTITY,
    /** Indexes, with the keys behind which they stand. */
    INDEXES
  }

  public LikeClause {
    including = Set.copyOf(including);
  }

  public boolean includes(Part part) {
    return including.contains(part);
  }
}
