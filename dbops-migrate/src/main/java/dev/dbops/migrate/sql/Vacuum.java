package dev.dbops.migrate.sql;

import java.util.List;

/**
 * {@code VACUUM}.
 *
 * @param tables empty: all tables of the database
 */
public record Vacuum(boolean full, boolean analyze, List<QualifiedName> tables, Span span)
    implements Statement {
  public Vacuum {
    tables = List.copyOf(tables);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
