package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
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
   *
   * @param text the text that the statement's spans refer to
   * @param before the schema as the statement finds it
   * @param version the server's major version
   */
  public static OnlineForm demand(
      AlterTable statement, Name column, String text, SchemaState before, int version) {
    TableCommand command = new TableCommand(statement, text);
    Optional<List<OnlineStep>> steps =
        NotNullInSteps.steps(command.with(""), statement.table(), column.value(), before, version);
    return steps
        .map(each -> new OnlineForm(each, OnlineForm.Safety.SAFE))
        .orElseGet(
            () ->
                new OnlineForm(
                    NotValidConstraint.steps(
                        command, NotNullInSteps.check(statement.table(), column.value(), before)),
                    OnlineForm.Safety.NEEDS_REVIEW));
  }
}
