package dev.dbops.migrate.sql;

/**
 * {@code DO}: a block that runs at once.
 *
 * @param language in lower case
 */
public record DoBlock(String language, ProcedureBody body, Span span) implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
