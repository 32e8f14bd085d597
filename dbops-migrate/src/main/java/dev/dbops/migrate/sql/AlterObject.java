package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * {@code ALTER} of an object that has no record of its own: views, sequences, schemas, functions ….
 *
 * @param target the new name or schema
 */
public record AlterObject(
    ObjectKind kind, QualifiedName object, Kind change, Optional<Name> target, Span span)
    implements Statement {
  /** What is altered. */
  public enum Kind {
    RENAME,
    RENAME_COLUMN,
    SET_SCHEMA,
    OTHER
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
