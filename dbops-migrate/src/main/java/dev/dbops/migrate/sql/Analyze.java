package dev.dbops.migrate.sql;

import java.util.List;

/**
 * {@code ANALYZE}.
 *
 * @param tables empty: all tables of the database
 */
public record Analyze(List<QualifiedName> tables, Span span) implements Statement {
  public Analyze {
    tables = List.copyOf(tables);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
