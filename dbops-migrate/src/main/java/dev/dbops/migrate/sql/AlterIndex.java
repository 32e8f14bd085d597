package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * {@code ALTER INDEX}.
 *
 * @param target the new name, the partition's index or the tablespace
 */
public record AlterIndex(
    QualifiedName index, boolean ifExists, Kind kind, Optional<QualifiedName> target, Span span)
    implements Statement {
  /** What is altered. */
  public enum Kind {
    RENAME,
    ATTACH_PARTITION,
    SET_TABLESPACE,
    OTHER
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
