package dev.dbops.migrate.sql;

import java.util.List;

/**
 * {@code CREATE PUBLICATION}.
 *
 * @param allTables whether every table is published
 * @param schemas schemas all of whose tables are published
 */
public record CreatePublication(
    Name name, boolean allTables, List<QualifiedName> tables, List<Name> schemas, Span span)
    implements Statement {
  public CreatePublication {
    tables = List.copyOf(tables);
    schemas = List.copyOf(schemas);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
