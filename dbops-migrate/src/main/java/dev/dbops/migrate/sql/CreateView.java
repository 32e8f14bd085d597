package dev.dbops.migrate.sql;

/** {@code CREATE VIEW} or {@code CREATE MATERIALIZED VIEW}. */
public record CreateView(
    QualifiedName name,
    boolean materialized,
    boolean orReplace,
    boolean ifNotExists,
    boolean withData,
    Expression query,
    Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
