package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.catalog.SchemaState;
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
   * @param text the text that the statement's spans refer to
   * @param before the schema as the statement finds it
   * @return empty for a constraint that is no foreign key or is not known
   */
  public static Optional<OnlineForm> add(
      AlterTable statement, AlterConstraint change, String text, SchemaState before) {
    return before
        .table(statement.table())
        .flatMap(table -> table.constraint(change.constraint().value()))
        .flatMap(key -> key.references().flatMap(to -> definition(key, to, statement, before)))
        .map(definition -> form(new TableCommand(statement, text), change, before, definition));
  }

  private static Optional<String> definition(
      ConstraintState key,
      ConstraintState.Reference reference,
      AlterTable statement,
      SchemaState before) {
    return before
        .table(reference.table())
        .map(TableState::name)
        .map(
            referenced ->
                "FOREIGN KEY (%s) REFERENCES %s%s"
                    .formatted(
                        list(key.columns()),
                        Neighbour.of(statement.table(), before).sql(referenced),
                        reference.columns().isEmpty()
                            ? ""
                            : " (" + list(reference.columns()) + ")"));
  }

  private static String list(List<String> columns) {
    return columns.stream().map(SqlIdentifier::quote).collect(Collectors.joining(", "));
  }

  private static OnlineForm form(
      TableCommand command, AlterConstraint change, SchemaState before, String definition) {
    String old = change.constraint().text();
    String name =
        SqlIdentifier.quote(
            DefaultNames.choose(
                change.constraint().value(),
                List.of(),
                "new",
                taken ->
                    before
                        .table(command.statement().table())
                        .flatMap(table -> table.constraint(taken))
                        .isPresent()));
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
