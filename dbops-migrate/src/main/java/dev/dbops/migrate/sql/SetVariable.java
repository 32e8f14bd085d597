package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * {@code SET}, {@code SET LOCAL} or {@code RESET} of a configuration parameter.
 *
 * @param name in lower case; {@code all} for {@code RESET ALL}
 * @param value as it is written, without quotes; empty for {@code DEFAULT} and {@code RESET}
 * @param local whether it ends with the transaction
 */
public record SetVariable(String name, Optional<String> value, boolean local, Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
