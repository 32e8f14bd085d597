package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.ExpressionFacts;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of type that keeps the values as they are, without reading them for the checks of the
 * column.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">
 *     ALTER TABLE, notes on NOT VALID</a>
 */
public final class UncheckedTypeChange {
  private UncheckedTypeChange() {}

  /**
   * Drops the checks and adds them {@code NOT VALID} in one statement with the change.
   *
   * @param change a sub-command of the statement
   * @param checks of the column
   * @return empty if a check is not known as the server has it
   */
  public static Optional<OnlineForm> withNewChecks(
      AlterTable statement,
      AlterColumnType change,
      List<ConstraintState> checks,
      StatementContext context) {
    boolean known = checks.stream().allMatch(UncheckedTypeChange::isAsWritten);
    if (!known
        || context
            .before()
            .table(statement.table())
            .filter(each -> isAlone(each, context))
            .isEmpty()) {
      return Optional.empty();
    }
    TableCommand command = new TableCommand(statement, context);
    List<String> actions = new ArrayList<>();
    checks.forEach(check -> actions.add("DROP CONSTRAINT " + SqlIdentifier.quote(check.name())));
    actions.add(context.text(change.span()));
    checks.forEach(check -> actions.add(named(check).add() + " NOT VALID"));
    List<OnlineStep> steps = new ArrayList<>();
    steps.add(
        OnlineStep.inTransaction(
            command.with(String.join(",\n  ", actions)), "the checks hold for new rows at once"));
    for (ConstraintState check : checks) {
      steps.add(
          OnlineStep.inTransaction(
              command.with("VALIDATE CONSTRAINT " + SqlIdentifier.quote(check.name())),
              "reads the old rows while reads and writes go on"));
    }
    return Optional.of(new OnlineForm(steps, OnlineForm.Safety.SAFE));
  }

  /**
   * Demands {@code NOT NULL} first, while a check proves it, and drops that check before the
   * change.
   *
   * @param checks that say no more than that the column is not NULL
   */
  public static OnlineForm afterNotNull(
      AlterTable statement,
      AlterColumnType change,
      List<ConstraintState> checks,
      StatementContext context) {
    TableCommand command = new TableCommand(statement, context);
    List<OnlineStep> steps = new ArrayList<>();
    steps.add(
        OnlineStep.inTransaction(
            command.with("ALTER COLUMN " + change.column().text() + " SET NOT NULL"),
            "trusts the check and reads no row"));
    for (ConstraintState check : checks) {
      steps.add(
          OnlineStep.inTransaction(
              command.with("DROP CONSTRAINT " + SqlIdentifier.quote(check.name())),
              "nobody needs it any more"));
    }
    steps.add(OnlineStep.inTransaction(command.with(context.text(change.span())), "reads no row"));
    return new OnlineForm(steps, OnlineForm.Safety.SAFE);
  }

  /** Not so if a column was renamed since. */
  private static boolean isAsWritten(ConstraintState check) {
    return check
        .condition()
        .filter(each -> ExpressionFacts.of(each).columns().containsAll(check.columns()))
        .isPresent();
  }

  /** Checks of parents and children go together, and may be declared for the parent alone. */
  private static boolean isAlone(TableState table, StatementContext context) {
    return !table.isPartition()
        && table.inheritance().inherits().isEmpty()
        && (table.isPartitioned() || context.before().children(table).isEmpty());
  }

  private static NamedConstraint named(ConstraintState check) {
    return new NamedConstraint(
        SqlIdentifier.quote(check.name()),
        "CHECK (" + check.condition().orElseThrow().text() + ")");
  }
}
