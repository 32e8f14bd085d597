package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Foreign keys with the index by which the rows that refer to another are found. */
public final class ForeignKeyIndex {
  private ForeignKeyIndex() {}

  /**
   * Adds the index before the foreign key, and the foreign key by its own online form.
   *
   * @param text the text that the statement's spans refer to
   * @param before the schema as the statement finds it
   * @param version the server's major version
   * @return empty if the sub-command adds no foreign key, or has no online form
   */
  public static Optional<OnlineForm> of(
      AlterTable statement, AlterTableAction action, String text, SchemaState before, int version) {
    if (action instanceof AddColumn add) {
      return ColumnInSteps.add(statement, add, text, before)
          .map(form -> withSecond(index(statement, List.of(add.column().name()), before), form));
    }
    if (action instanceof AddConstraint add
        && add.constraint().definition() instanceof Constraint.ForeignKey key) {
      TableCommand command = new TableCommand(statement, text);
      List<OnlineStep> columns = SiblingColumns.first(command, add.constraint(), before, version);
      List<OnlineStep> steps = new ArrayList<>(columns);
      if (add.constraint().notValid() || add.constraint().notEnforced()) {
        steps.add(OnlineStep.inTransaction(command.with(add.span().of(text)), ""));
      } else {
        steps.addAll(
            NotValidConstraint.steps(
                command,
                NamedConstraint.of(command, add, add.constraint(), Optional.empty(), before)));
      }
      steps.add(columns.size(), index(statement, key.columns(), before));
      return Optional.of(OnlineForm.of(steps));
    }
    return Optional.empty();
  }

  /**
   * Creates the table and the index in one transaction.
   *
   * @param text the text that the statement's spans refer to
   * @param before the schema as the statement finds it
   */
  public static OnlineForm ofNewTable(
      CreateTable statement, List<Name> columns, String text, SchemaState before) {
    String table = statement.span().of(text);
    return OnlineForm.safe(
        OnlineStep.inTransaction(
            table
                + ";\nCREATE INDEX "
                + name(statement.name(), columns, before.after(statement))
                + " "
                + on(statement.name(), columns),
            "nobody uses the table yet"));
  }

  private static OnlineForm withSecond(OnlineStep step, OnlineForm form) {
    List<OnlineStep> steps = new ArrayList<>(form.steps());
    steps.add(1, step);
    return new OnlineForm(steps, form.safety());
  }

  private static OnlineStep index(AlterTable statement, List<Name> columns, SchemaState before) {
    String create = "CREATE INDEX CONCURRENTLY " + name(statement.table(), columns, before);
    return OnlineStep.outsideTransaction(create + " " + on(statement.table(), columns), "");
  }

  /** The name that the server would choose; with it in the statement, a retry can drop it first. */
  private static String name(QualifiedName table, List<Name> columns, SchemaState schema) {
    return SqlIdentifier.quote(
        DefaultNames.choose(
            table.value(),
            columns.stream().map(Name::value).toList(),
            "idx",
            taken -> schema.table(table).flatMap(found -> found.index(taken)).isPresent()));
  }

  private static String on(QualifiedName table, List<Name> columns) {
    return columns.stream()
        .map(Name::text)
        .collect(Collectors.joining(", ", "ON " + table.text() + " (", ")"));
  }
}
