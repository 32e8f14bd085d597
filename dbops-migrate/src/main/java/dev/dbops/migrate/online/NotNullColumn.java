package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.Name;
import java.util.List;
import java.util.Optional;

/** {@code NOT NULL} for a column of a table that is in use. */
public final class NotNullColumn {
  private NotNullColumn() {}

  /**
   * Demands that a column holds no NULL, having looked at the rows while reads and writes went on.
   * Before 12, where the server trusts no check, the check that says so is all there is.
   */
  public static OnlineForm demand(AlterTable statement, Name column, StatementContext context) {
    return demand(new TableCommand(statement, context), column);
  }

  static OnlineForm demand(TableCommand command, Name column) {
    Optional<List<OnlineStep>> steps = NotNullInSteps.steps(command, column.value());
    return steps
        .map(each -> new OnlineForm(each, OnlineForm.Safety.SAFE))
        .orElseGet(
            () ->
                new OnlineForm(
                    NotValidConstraint.steps(
                        command, NotNullInSteps.check(command, column.value())),
                    OnlineForm.Safety.NEEDS_REVIEW));
  }
}
