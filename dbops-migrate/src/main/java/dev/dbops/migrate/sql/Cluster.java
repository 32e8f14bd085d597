package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * {@code CLUSTER}.
 *
 * @param table empty: all tables that were clustered before
 */
public record Cluster(Optional<QualifiedName> table, Optional<Name> index, Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
