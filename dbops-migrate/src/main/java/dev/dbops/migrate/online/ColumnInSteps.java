package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A new column with constraints that make the server look at every row: the column first, then each
 * constraint by its own online form.
 */
public final class ColumnInSteps {
  private ColumnInSteps() {}

  /**
   * Adds the same column in steps.
   *
   * @return empty if the column is to be a primary key: first its rows need values
   */
  public static Optional<OnlineForm> add(
      AlterTable statement, AddColumn action, StatementContext context) {
    if (action.column().has(Constraint.PrimaryKey.class)) {
      return Optional.empty();
    }
    TableCommand command = new TableCommand(statement, context);
    Name column = action.column().name();
    Splice bare = new Splice(context.text(), action.span());
    List<OnlineStep> constraints = new ArrayList<>();
    for (Constraint each : action.column().constraints()) {
      if (isAddedLater(each)) {
        bare.removeWithSpaceBefore(each.span());
        NamedConstraint named = NamedConstraint.of(command, action, each, Optional.of(column));
        constraints.addAll(steps(command, named, each, column));
      }
    }
    List<OnlineStep> steps = new ArrayList<>();
    steps.add(OnlineStep.inTransaction(command.with(bare.sql()), "the column alone"));
    steps.addAll(constraints);
    return Optional.of(new OnlineForm(steps, OnlineForm.Safety.SAFE));
  }

  static boolean isAddedLater(Constraint constraint) {
    Constraint.Definition definition = constraint.definition();
    return !constraint.notEnforced() && definition instanceof Constraint.Check
        || definition instanceof Constraint.ForeignKey
        || definition instanceof Constraint.Unique;
  }

  static List<OnlineStep> steps(
      TableCommand command, NamedConstraint named, Constraint constraint, Name column) {
    if (constraint.definition() instanceof Constraint.Unique
        || constraint.definition() instanceof Constraint.PrimaryKey) {
      return KeyClause.read(named.definition(), Optional.of(" (" + column.text() + ")"))
          .map(clause -> ConcurrentKey.steps(command, named, clause))
          .orElseGet(List::of);
    }
    if (constraint.notEnforced()) {
      return List.of(OnlineStep.inTransaction(command.with(named.add()), ""));
    }
    return NotValidConstraint.steps(command, named);
  }
}
