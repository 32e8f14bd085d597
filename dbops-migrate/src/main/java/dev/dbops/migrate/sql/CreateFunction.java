package dev.dbops.migrate.sql;

/**
 * {@code CREATE FUNCTION} or {@code CREATE PROCEDURE}.
 *
 * @param language in lower case
 * @param parameters the parameter list with its parentheses, as it is written
 * @param volatility {@code VOLATILE} unless declared otherwise
 */
public record CreateFunction(
    QualifiedName name,
    boolean procedure,
    String parameters,
    String language,
    Volatility volatility,
    ProcedureBody body,
    Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
