package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.SchemaState;
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
   * @param text the text that the statement's spans refer to
   * @param before the schema as the statement finds it
   * @return empty if a check is not known as the server has it
   */
  public static Optional<OnlineForm> withNewChecks(
      AlterTable statement,
      AlterColumnType change,
      List<ConstraintState> checks,
      String text,
      SchemaState before) {
    boolean known = checks.stream().allMatch(UncheckedTypeChange::isAsWritten);
    if (!known || before.table(statement.table()).filter(each -> isAlone(each, before)).isEmpty()) {
      return Optional.empty();
    }
    TableCommand command = new TableCommand(statement, text);
    List<String> actions = new ArrayList<>();
    checks.forEach(check -> actions.add("DROP CONSTRAINT " + SqlIdentifier.quote(check.name())));
    actions.add(change.span().of(text));
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
   * @param text the text that the statement's spans refer to
   */
  public static OnlineForm afterNotNull(
      AlterTable statement, AlterColumnType change, List<ConstraintState> checks, String text) {
    TableCommand command = new TableCommand(statement, text);
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
    steps.add(OnlineStep.inTransaction(command.with(change.span().of(text)), "reads no row"));
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
  private static boolean isAlone(TableState table, SchemaState before) {
    return !table.isPartition()
        && table.inheritance().inherits().isEmpty()
        && (table.isPartitioned() || before.children(table).isEmpty());
  }

  private static NamedConstraint named(ConstraintState check) {
    return new NamedConstraint(
        SqlIdentifier.quote(check.name()),
        "CHECK (" + check.condition().orElseThrow().text() + ")");
  }
}
