package dev.dbops.migrate.sql;

/**
 * {@code INSERT}.
 *
 * @param fromQuery whether the rows come from a query rather than from {@code VALUES}
 */
public record Insert(QualifiedName table, boolean fromQuery, Span span) implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
