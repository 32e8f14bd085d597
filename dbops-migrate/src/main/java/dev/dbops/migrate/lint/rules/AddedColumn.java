package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lock.AddColumnRewrite;
import dev.dbops.migrate.online.ColumnInSteps;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.Constraint;
import java.util.List;

/**
 * A column that {@code ALTER TABLE} adds to a table that others use, in a moment but for its
 * constraints: the table is not rewritten for it, and it is not refused for want of a value, as
 * other rules tell.
 */
record AddedColumn(LiveAlter alter, AddColumn action) {
  static List<AddedColumn> in(RuleContext context) {
    return LiveAlter.of(context).stream()
        .flatMap(alter -> alter.addedColumns().stream().map(add -> new AddedColumn(alter, add)))
        .filter(added -> added.isAddedAtOnce(context))
        .toList();
  }

  private boolean isAddedAtOnce(RuleContext context) {
    return AddColumnRewrite.of(column(), context.schema(), context.targetVersion()).isEmpty()
        && !isRefused(column(), context.schema());
  }

  /** Whether the rows that are there would hold a NULL that the column does not allow. */
  static boolean isRefused(ColumnDefinition column, SchemaState schema) {
    boolean notNull =
        column.has(Constraint.NotNull.class) || column.has(Constraint.PrimaryKey.class);
    boolean hasValue =
        column.type().isSerial()
            || column.has(Constraint.Identity.class)
            || column.has(Constraint.Generated.class)
            || column.defaultValue().isPresent()
            || schema.defaultOf(column.type()).isPresent();
    return notNull && !hasValue;
  }

  ColumnDefinition column() {
    return action.column();
  }

  /** Whether every row is looked up in the table that its foreign key refers to. */
  boolean looksUpRows() {
    return column().defaultValue().isPresent()
        && column().all(Constraint.ForeignKey.class).stream().anyMatch(each -> !each.notEnforced());
  }

  /**
   * Reports that one of its constraints blocks the table; the column and its constraints one after
   * the other do not.
   *
   * @param what the constraint, as the message begins
   * @param meanwhile what the server does as long
   */
  void reportBlocked(String what, String meanwhile, RuleContext context) {
    alter
        .finding(
            context,
            action,
            "%s %s blocks reads and writes of %s while %s"
                .formatted(what, column().name().text(), alter.tableName(), meanwhile))
        .fix(ColumnInSteps.add(alter.statement(), action, context.statementContext()))
        .report();
  }
}
