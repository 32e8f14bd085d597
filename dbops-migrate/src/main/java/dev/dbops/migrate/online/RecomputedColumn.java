package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
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

  /**
   * Makes the column a plain one that a trigger fills, and computes the old rows in batches.
   *
   * @param text the text that the statement's spans refer to
   * @param before the schema as the statement finds it
   * @param version the server's major version
   */
  public static OnlineForm byTrigger(
      AlterTable statement, SetExpression change, String text, SchemaState before, int version) {
    TableCommand command = new TableCommand(statement, text);
    String column = change.column().text();
    String value = change.value().text();
    List<OnlineStep> steps = new ArrayList<>();
    steps.addAll(
        FillingTrigger.steps(
            statement.table(),
            column,
            Renamed.in(value, ExpressionFacts.of(change.value()).columns(), each -> "NEW." + each),
            before,
            version));
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
            before));
    return new OnlineForm(steps, OnlineForm.Safety.NEEDS_REVIEW);
  }
}
