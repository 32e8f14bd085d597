package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * {@code CREATE TRIGGER}.
 *
 * @param constraint whether it is a constraint trigger
 * @param referenced the table of its {@code FROM} clause
 */
public record CreateTrigger(
    Name name,
    QualifiedName table,
    boolean orReplace,
    boolean constraint,
    Optional<QualifiedName> referenced,
    Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
