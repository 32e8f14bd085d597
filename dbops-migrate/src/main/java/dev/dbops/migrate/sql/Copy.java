package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * {@code COPY}.
 *
 * @param table empty for {@code COPY (query) TO}
 * @param from whether rows come in
 */
public record Copy(Optional<QualifiedName> table, boolean from, Span span) implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
