package dev.dbops.migrate.sql;

import java.util.List;

/** {@code CREATE FOREIGN TABLE}: a table whose rows are on another server. */
public record CreateForeignTable(
    QualifiedName name, boolean ifNotExists, List<ColumnDefinition> columns, Span span)
    implements Statement {
  public CreateForeignTable {
    columns = List.copyOf(columns);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
