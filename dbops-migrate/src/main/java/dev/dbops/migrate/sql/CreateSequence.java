package dev.dbops.migrate.sql;

/** {@code CREATE SEQUENCE}. */
public record CreateSequence(
    QualifiedName name, Persistence persistence, boolean ifNotExists, Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
