package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.FindingDraft;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lock.NotNullScan;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.ObjectKind;
import java.util.List;
import java.util.Optional;

/**
 * {@code ALTER TABLE} of a table that others use.
 *
 * @param table what is known of it; empty where no statement named it so far
 */
record LiveAlter(AlterTable statement, Optional<TableState> table) {
  /** The statement; empty if it is another, or of a table that is new, temporary or foreign. */
  static Optional<LiveAlter> of(RuleContext context) {
    if (context.statement() instanceof AlterTable alter && alter.kind() == ObjectKind.TABLE) {
      SchemaState before = context.schema();
      Optional<TableState> table = before.table(alter.table());
      return table.filter(found -> before.isNew(found) || isForeign(found)).isPresent()
          ? Optional.empty()
          : Optional.of(new LiveAlter(alter, table));
    }
    return Optional.empty();
  }

  private static boolean isForeign(TableState table) {
    return table.kind() == TableState.Kind.FOREIGN_TABLE;
  }

  /** The table as the user wrote it. */
  String tableName() {
    return statement.table().text();
  }

  /** Starts a finding on a sub-command, which puts the table in danger. */
  FindingDraft finding(RuleContext context, AlterTableAction action, String message) {
    return context.finding(action.span(), message).on(statement.table());
  }

  boolean isPartitioned() {
    return table.filter(TableState::isPartitioned).isPresent();
  }

  /** Whether it changes a partitioned table without its partitions, which alone hold rows. */
  boolean isPartitionedOnly() {
    return isPartitioned() && statement.only();
  }

  /** The columns that it adds; one that is known to be there already is not. */
  List<AddColumn> addedColumns() {
    return actions(AddColumn.class).stream()
        .filter(
            add ->
                !add.ifNotExists()
                    || table.flatMap(each -> each.column(add.column().name().value())).isEmpty())
        .toList();
  }

  /**
   * The columns that may hold NULL, so that a primary key makes the server search every row for
   * one; of those that no statement declared, it is not known.
   *
   * @param version the server's major version
   */
  List<String> nullable(List<String> columns, int version) {
    return columns.stream()
        .filter(this::isDeclared)
        .filter(column -> NotNullScan.isNeeded(statement, table, column, version))
        .toList();
  }

  private boolean isDeclared(String column) {
    return table.flatMap(each -> each.column(column)).flatMap(ColumnState::type).isPresent();
  }

  /** Whether a column is made by this statement, or by another that runs at once with it. */
  boolean isNewColumn(Name column, SchemaState before) {
    return before.isNewColumn(statement.table(), column.value())
        || addedColumns().stream()
            .anyMatch(add -> add.column().name().value().equals(column.value()));
  }

  <A extends AlterTableAction> List<A> actions(Class<A> kind) {
    return statement.actions(kind);
  }
}
