package dev.dbops.migrate.sql;

/**
 * {@code DROP TRIGGER}, {@code DROP RULE} or {@code DROP POLICY}: objects named within their table.
 */
public record DropFromTable(
    ObjectKind kind, Name name, QualifiedName table, boolean ifExists, boolean cascade, Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
