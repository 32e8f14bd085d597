package dev.dbops.migrate.sql;

/**
 * A statement that was not understood, and is reported as such.
 *
 * @param reason why, as a sentence without a final stop
 * @param at where the parser gave up
 */
public record Unparsed(String reason, Span at, Span span) implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
