package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.SetExpression;
import dev.dbops.migrate.sql.ExpressionFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Another expression for a stored generated column, without computing it for every row under a
 * lock.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-generated-columns.html">Generated
 *     Columns</a>
 */
public final class RecomputedColumn {
  private RecomputedColumn() {}

  /** Makes the column a plain one that a trigger fills, and computes the old rows in batches. */
  public static OnlineForm byTrigger(
      AlterTable statement, SetExpression change, StatementContext context) {
    TableCommand command = new TableCommand(statement, context);
    String column = change.column().text();
    String value = change.value().text();
    List<OnlineStep> steps = new ArrayList<>();
    steps.addAll(
        FillingTrigger.steps(
            statement.table(),
            column,
            Renamed.in(value, ExpressionFacts.of(change.value()).columns(), each -> "NEW." + each),
            context));
    steps.add(
        OnlineStep.inTransaction(
            command.with("ALTER COLUMN " + column + " DROP EXPRESSION"),
            "brief: the values stay, and the trigger takes effect"));
    steps.add(
        Backfill.of(
            statement.table(),
            column,
            value,
            column + " IS DISTINCT FROM (" + value + ")",
            context.before()));
    return new OnlineForm(steps, OnlineForm.Safety.NEEDS_REVIEW);
  }
}
