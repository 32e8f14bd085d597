package dev.dbops.migrate.catalog;

import java.util.List;

/**
 * A foreign key with the two tables that it ties.
 *
 * @param table the referencing table
 * @param referenced the table that it refers to
 */
public record ForeignKeyState(TableState table, ConstraintState constraint, TableState referenced) {
  /** Its columns of the referencing table. */
  public List<String> columns() {
    return constraint.columns();
  }

  /** The columns that they refer to, in the same order. */
  public List<String> referencedColumns() {
    return constraint.references().orElseThrow().columns();
  }

  /** Whether it has a column of a table at one of its ends. */
  boolean uses(TableState side, String column) {
    return (table.id().equals(side.id()) && columns().contains(column))
        || (referenced.id().equals(side.id()) && referencedColumns().contains(column));
  }
}
