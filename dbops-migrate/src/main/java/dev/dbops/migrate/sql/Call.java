package dev.dbops.migrate.sql;

/** {@code CALL} of a procedure. */
public record Call(QualifiedName procedure, Span span) implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
