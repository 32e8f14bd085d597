package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterConstraint;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A foreign key that was only declared and is to hold from now on.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-ENFORCED">CREATE
 *     TABLE, ENFORCED</a>
 */
public final class EnforcedKey {
  private EnforcedKey() {}

  /**
   * Makes the key anew, so that it looks at the rows while reads and writes go on. What the key
   * does on DELETE and UPDATE is not known.
   *
   * @return empty for a constraint that is no foreign key or is not known
   */
  public static Optional<OnlineForm> add(
      AlterTable statement, AlterConstraint change, StatementContext context) {
    return context
        .before()
        .table(statement.table())
        .flatMap(table -> table.constraint(change.constraint().value()))
        .flatMap(key -> key.references().flatMap(to -> definition(key, to, statement, context)))
        .map(definition -> form(new TableCommand(statement, context), change, definition));
  }

  private static Optional<String> definition(
      ConstraintState key,
      ConstraintState.Reference reference,
      AlterTable statement,
      StatementContext context) {
    return context
        .before()
        .table(reference.table())
        .map(TableState::name)
        .map(
            referenced ->
                "FOREIGN KEY (%s) REFERENCES %s%s"
                    .formatted(
                        list(key.columns()),
                        Neighbour.of(statement.table(), context.before()).sql(referenced),
                        reference.columns().isEmpty()
                            ? ""
                            : " (" + list(reference.columns()) + ")"));
  }

  private static String list(List<String> columns) {
    return columns.stream().map(SqlIdentifier::quote).collect(Collectors.joining(", "));
  }

  private static OnlineForm form(TableCommand command, AlterConstraint change, String definition) {
    String old = change.constraint().text();
    String name =
        SqlIdentifier.quote(
            DefaultNames.choose(
                change.constraint().value(),
                List.of(),
                "new",
                taken -> command.table().flatMap(table -> table.constraint(taken)).isPresent()));
    List<OnlineStep> steps =
        new ArrayList<>(NotValidConstraint.steps(command, new NamedConstraint(name, definition)));
    steps.add(
        OnlineStep.byHand(
            command.with("DROP CONSTRAINT " + old)
                + ";\n"
                + command.with("RENAME CONSTRAINT " + name + " TO " + old),
            "brief; with the ON DELETE and ON UPDATE that the old one had in the new one"));
    return new OnlineForm(steps, OnlineForm.Safety.NEEDS_REVIEW);
  }
}
