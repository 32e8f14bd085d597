package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column that is added bare, so that it takes a moment, and gets what it lacks in later steps.
 *
 * @param before the schema as the statement finds it
 * @param version the server's major version
 */
record NewColumn(TableCommand command, AddColumn action, SchemaState before, int version) {
  static NewColumn of(
      AlterTable statement, AddColumn action, String text, SchemaState before, int version) {
    return new NewColumn(new TableCommand(statement, text), action, before, version);
  }

  Name name() {
    return action.column().name();
  }

  AlterTable statement() {
    return command.statement();
  }

  /** {@code ADD COLUMN name type}, as it is written. */
  String bare() {
    return bare(action.column().type().text());
  }

  /** {@code ADD COLUMN name} with another type and the collation that is written. */
  String bare(String type) {
    ColumnDefinition column = action.column();
    String text = command.text();
    int typeEnd = column.type().span().end();
    int end = column.collation().map(each -> each.span().end()).orElse(typeEnd);
    return text.substring(action.span().start(), column.type().span().start())
        + type
        + text.substring(typeEnd, end);
  }

  /**
   * Gives the rows that are there a value, a few at a time.
   *
   * @param value an expression, or {@code DEFAULT}
   */
  OnlineStep backfill(String value) {
    return Backfill.of(
        statement().table(), name().text(), value, name().text() + " IS NULL", before);
  }

  /**
   * What the column has to satisfy, for rows that have a value by then.
   *
   * @param notNull whether it can hold no NULL although that is not written
   */
  List<OnlineStep> constraints(boolean notNull) {
    List<OnlineStep> steps = new ArrayList<>();
    if (notNull || isNotNull()) {
      steps.addAll(
          NotNullColumn.demand(statement(), name(), command.text(), before, version).steps());
    }
    for (Constraint each : action.column().constraints()) {
      if (ColumnInSteps.isAddedLater(each) || each.definition() instanceof Constraint.PrimaryKey) {
        NamedConstraint named =
            NamedConstraint.of(command, action, each, Optional.of(name()), before);
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
    return version >= 12 || !isKey();
  }

  private boolean isKey() {
    return action.column().has(Constraint.PrimaryKey.class);
  }
}
