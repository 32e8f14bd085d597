package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * {@code BEGIN}, {@code COMMIT}, {@code ROLLBACK} and the statements on savepoints.
 *
 * @param savepoint the savepoint, where the kind has one
 */
public record TransactionControl(Kind kind, Optional<Name> savepoint, Span span)
    implements Statement {
  /** What becomes of the transaction. */
  public enum Kind {
    BEGIN,
    COMMIT,
    ROLLBACK,
    SAVEPOINT,
    RELEASE,
    ROLLBACK_TO,
    PREPARE,
    OTHER
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
