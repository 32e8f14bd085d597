package dev.dbops.migrate.sql;

/**
 * A statement that was understood and has no record of its own, since nothing about it concerns a
 * live table: {@code COMMENT}, {@code GRANT}, {@code CREATE EXTENSION} ….
 *
 * @param command its first words, in capitals, such as {@code COMMENT ON}
 */
public record OtherStatement(String command, Span span) implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
