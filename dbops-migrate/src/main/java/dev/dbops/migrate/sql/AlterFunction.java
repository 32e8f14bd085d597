package dev.dbops.migrate.sql;

/**
 * {@code ALTER FUNCTION}, {@code PROCEDURE} or {@code ROUTINE} that says how far the result may
 * change between calls.
 *
 * @param parameters the parameter list with its parentheses, as it is written; empty if there is
 *     none
 */
public record AlterFunction(QualifiedName name, String parameters, Volatility volatility, Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
