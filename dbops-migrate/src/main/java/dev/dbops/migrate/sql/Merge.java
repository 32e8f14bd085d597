package dev.dbops.migrate.sql;

/** {@code MERGE}. */
public record Merge(QualifiedName table, Span span) implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
