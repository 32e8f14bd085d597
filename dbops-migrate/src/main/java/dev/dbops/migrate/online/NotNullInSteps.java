package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code SET NOT NULL} that has looked at the rows before, while reads and writes went on.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE, SET NOT
 *     NULL</a>
 */
final class NotNullInSteps {
  private static final int CHECK_IS_TRUSTED = 12;
  private static final int NOT_NULL_NOT_VALID = 18;

  private NotNullInSteps() {}

  /**
   * Demands that a column holds no NULL.
   *
   * @param alter {@code ALTER TABLE name}, with a space behind it
   * @param version the server's major version
   * @return empty before 12, where SET NOT NULL always reads every row under its lock
   */
  static Optional<List<OnlineStep>> steps(
      String alter, QualifiedName table, String column, SchemaState before, int version) {
    if (version < CHECK_IS_TRUSTED) {
      return Optional.empty();
    }
    String quoted = SqlIdentifier.quote(column);
    NamedConstraint check = check(table, column, before);
    if (version >= NOT_NULL_NOT_VALID) {
      return Optional.of(
          NotValidConstraint.steps(alter, new NamedConstraint(check.name(), "NOT NULL " + quoted)));
    }
    List<OnlineStep> steps = new ArrayList<>(NotValidConstraint.steps(alter, check));
    steps.add(
        OnlineStep.inTransaction(
            alter + "ALTER COLUMN " + quoted + " SET NOT NULL",
            "trusts the check and reads no row"));
    steps.add(OnlineStep.inTransaction(alter + "DROP CONSTRAINT " + check.name(), ""));
    return Optional.of(steps);
  }

  /** A check that says as much as NOT NULL. */
  static NamedConstraint check(QualifiedName table, String column, SchemaState before) {
    Optional<TableState> known = before.table(table);
    String name =
        DefaultNames.choose(
            table.value(),
            List.of(column),
            "not_null",
            taken -> known.flatMap(each -> each.constraint(taken)).isPresent());
    return new NamedConstraint(
        SqlIdentifier.quote(name), "CHECK (" + SqlIdentifier.quote(column) + " IS NOT NULL)");
  }
}
