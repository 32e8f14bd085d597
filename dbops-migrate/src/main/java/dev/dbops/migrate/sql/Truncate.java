package dev.dbops.migrate.sql;

import java.util.List;

/** {@code TRUNCATE}. */
public record Truncate(List<QualifiedName> tables, boolean cascade, Span span)
    implements Statement {
  public Truncate {
    tables = List.copyOf(tables);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
