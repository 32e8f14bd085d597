package dev.dbops.migrate.sql;

/** {@code REFRESH MATERIALIZED VIEW}. */
public record RefreshMaterializedView(
    QualifiedName view, boolean concurrently, boolean withData, Span span) implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
