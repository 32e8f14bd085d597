package dev.dbops.migrate.online;

import dev.dbops.migrate.lock.NotNullScan;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column that is added bare, so that it takes a moment, and gets what it lacks in later steps.
 */
record NewColumn(TableCommand command, AddColumn action) {
  static NewColumn of(AlterTable statement, AddColumn action, StatementContext context) {
    return new NewColumn(new TableCommand(statement, context), action);
  }

  Name name() {
    return action.column().name();
  }

  StatementContext context() {
    return command.context();
  }

  /** The table as it is written. */
  QualifiedName table() {
    return command.name();
  }

  /** {@code ADD COLUMN name type}, as it is written. */
  String bare() {
    return bare(action.column().type().text());
  }

  /** {@code ADD COLUMN name} with another type and the collation that is written. */
  String bare(String type) {
    ColumnDefinition column = action.column();
    Span written = column.type().span();
    int end = column.collation().map(each -> each.span().end()).orElse(written.end());
    return context().text(new Span(action.span().start(), written.start()))
        + type
        + context().text(new Span(written.end(), end));
  }

  /**
   * Gives the rows that are there a value, a few at a time.
   *
   * @param value an expression, or {@code DEFAULT}
   */
  OnlineStep backfill(String value) {
    return Backfill.of(
        table(), name().text(), value, name().text() + " IS NULL", context().before());
  }

  /**
   * What the column has to satisfy, for rows that have a value by then.
   *
   * @param notNull whether it can hold no NULL although that is not written
   */
  List<OnlineStep> constraints(boolean notNull) {
    List<OnlineStep> steps = new ArrayList<>();
    if (notNull || isNotNull()) {
      steps.addAll(NotNullColumn.demand(command, name()).steps());
    }
    for (Constraint each : action.column().constraints()) {
      if (ColumnInSteps.isAddedLater(each) || each.definition() instanceof Constraint.PrimaryKey) {
        NamedConstraint named = NamedConstraint.of(command, action, each, Optional.of(name()));
        steps.addAll(ColumnInSteps.steps(command, named, each, name()));
      }
    }
    return steps;
  }

  /** Whether it is written to hold no NULL. */
  boolean isNotNull() {
    return isKey() || action.column().has(Constraint.NotNull.class);
  }

  /** Before 12 nothing makes a column a key without a scan under a lock. */
  boolean hasOnlineForm() {
    return context().version() >= NotNullScan.CHECK_IS_TRUSTED || !isKey();
  }

  private boolean isKey() {
    return action.column().has(Constraint.PrimaryKey.class);
  }
}
