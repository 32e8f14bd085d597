package dev.dbops.migrate.sql;

/** {@code CREATE TABLE AS} or {@code SELECT INTO}. */
public record CreateTableAs(
    QualifiedName name, Persistence persistence, boolean ifNotExists, Expression query, Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
