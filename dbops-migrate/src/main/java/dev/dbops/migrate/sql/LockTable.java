package dev.dbops.migrate.sql;

import java.util.List;

/**
 * {@code LOCK TABLE}.
 *
 * @param mode in capitals, such as {@code ACCESS EXCLUSIVE}
 */
public record LockTable(List<QualifiedName> tables, String mode, boolean nowait, Span span)
    implements Statement {
  public LockTable {
    tables = List.copyOf(tables);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
