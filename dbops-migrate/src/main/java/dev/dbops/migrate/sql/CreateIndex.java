package dev.dbops.migrate.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE INDEX}.
 *
 * @param name empty where the server chooses it
 * @param only whether the partitions of the table are left out
 */
public record CreateIndex(
    Optional<Name> name,
    QualifiedName table,
    boolean only,
    boolean unique,
    boolean concurrently,
    boolean ifNotExists,
    Optional<Name> method,
    List<IndexColumn> columns,
    List<Name> include,
    Optional<Expression> predicate,
    boolean nullsNotDistinct,
    Span span)
    implements Statement {
  public CreateIndex {
    columns = List.copyOf(columns);
    include = List.copyOf(include);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
