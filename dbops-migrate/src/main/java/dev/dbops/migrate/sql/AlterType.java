package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * {@code ALTER TYPE}.
 *
 * @param kind what is altered
 * @param value the new label of an enum, the label that is renamed, or the new name
 */
public record AlterType(QualifiedName type, Kind kind, Optional<String> value, Span span)
    implements Statement {
  /** What is altered. */
  public enum Kind {
    ADD_VALUE,
    RENAME_VALUE,
    ADD_ATTRIBUTE,
    DROP_ATTRIBUTE,
    ALTER_ATTRIBUTE,
    RENAME_ATTRIBUTE,
    RENAME,
    SET_SCHEMA,
    OTHER
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
