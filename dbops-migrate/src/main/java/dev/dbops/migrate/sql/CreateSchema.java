package dev.dbops.migrate.sql;

import java.util.Optional;

/** {@code CREATE SCHEMA}. */
public record CreateSchema(Optional<Name> name, boolean ifNotExists, Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
