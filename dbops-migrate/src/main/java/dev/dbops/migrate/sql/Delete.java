package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * {@code DELETE}.
 *
 * @param where the condition, if there is one
 * @param joined whether it has a {@code USING} clause
 */
public record Delete(QualifiedName table, Optional<Expression> where, boolean joined, Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
