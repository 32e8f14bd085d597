package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks and foreign keys that are added in a moment and look at the rows later, while reads and
 * writes go on.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">
 *     ALTER TABLE, notes on NOT VALID</a>
 */
public final class NotValidConstraint {
  /** The oldest major version that takes a NOT VALID foreign key of a partitioned table. */
  public static final int ON_PARTITIONED_TABLE = 18;

  private NotValidConstraint() {}

  /** Adds a check or foreign key to a table. */
  public static OnlineForm add(
      AlterTable statement, AddConstraint action, StatementContext context) {
    TableCommand command = new TableCommand(statement, context);
    List<OnlineStep> steps = new ArrayList<>(SiblingColumns.first(command, action.constraint()));
    steps.addAll(steps(command, named(command, action)));
    return OnlineForm.of(steps);
  }

  /**
   * Adds a foreign key to a partitioned table on servers that refuse {@code NOT VALID} there
   * (before 18): to each partition first, so that the table takes theirs for its own and looks at
   * no row.
   *
   * @return empty if no partition is known
   */
  public static Optional<OnlineForm> addToPartitions(
      AlterTable statement, AddConstraint action, StatementContext context) {
    TableCommand command = new TableCommand(statement, context);
    NamedConstraint constraint = named(command, action);
    List<TableState> leaves =
        context
            .before()
            .table(statement.table())
            .map(table -> Partitions.leavesOf(table, context.before()))
            .orElseGet(List::of);
    if (leaves.isEmpty()) {
      return Optional.empty();
    }
    List<OnlineStep> steps = new ArrayList<>(SiblingColumns.first(command, action.constraint()));
    for (TableState leaf : leaves) {
      String alter =
          "ALTER TABLE " + Neighbour.of(statement.table(), context.before()).sql(leaf.name());
      steps.addAll(steps(alter, constraint));
    }
    steps.add(
        OnlineStep.inTransaction(
            command.with(constraint.add()), "takes the keys of the partitions for its own"));
    return Optional.of(OnlineForm.of(steps));
  }

  static List<OnlineStep> steps(TableCommand command, NamedConstraint constraint) {
    return steps(command.alter(), constraint);
  }

  /**
   * The two steps for a table that the command is said of.
   *
   * @param alter {@code ALTER TABLE name}
   */
  static List<OnlineStep> steps(String alter, NamedConstraint constraint) {
    return List.of(
        OnlineStep.inTransaction(
            alter + " " + constraint.add() + " NOT VALID", "holds for new rows from now on"),
        OnlineStep.inTransaction(
            alter + " VALIDATE CONSTRAINT " + constraint.name(),
            "reads the old rows while reads and writes go on"));
  }

  private static NamedConstraint named(TableCommand command, AddConstraint action) {
    return NamedConstraint.of(command, action, action.constraint(), Optional.empty());
  }
}
