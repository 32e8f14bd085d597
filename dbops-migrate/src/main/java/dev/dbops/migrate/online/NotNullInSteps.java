package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.lock.NotNullScan;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code SET NOT NULL} that has looked at the rows before, while reads and writes go on.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE, SET NOT
 *     NULL</a>
 */
final class NotNullInSteps {
  private static final int NOT_NULL_NOT_VALID = 18;

  private NotNullInSteps() {}

  /**
   * Demands that a column holds no NULL.
   *
   * @return empty before 12, where SET NOT NULL always reads every row under its lock
   */
  static Optional<List<OnlineStep>> steps(TableCommand command, String column) {
    int version = command.context().version();
    if (version < NotNullScan.CHECK_IS_TRUSTED) {
      return Optional.empty();
    }
    String quoted = SqlIdentifier.quote(column);
    NamedConstraint check = check(command, column);
    if (version >= NOT_NULL_NOT_VALID) {
      return Optional.of(
          NotValidConstraint.steps(
              command, new NamedConstraint(check.name(), "NOT NULL " + quoted)));
    }
    List<OnlineStep> steps = new ArrayList<>(NotValidConstraint.steps(command, check));
    steps.add(
        OnlineStep.inTransaction(
            command.with("ALTER COLUMN " + quoted + " SET NOT NULL"),
            "trusts the check and reads no row"));
    steps.add(OnlineStep.inTransaction(command.with("DROP CONSTRAINT " + check.name()), ""));
    return Optional.of(steps);
  }

  /** A check that says as much as NOT NULL. */
  static NamedConstraint check(TableCommand command, String column) {
    String name =
        DefaultNames.choose(
            command.name().value(),
            List.of(column),
            "not_null",
            taken -> command.table().flatMap(each -> each.constraint(taken)).isPresent());
    return new NamedConstraint(
        SqlIdentifier.quote(name), "CHECK (" + SqlIdentifier.quote(column) + " IS NOT NULL)");
  }
}
