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
   * @return empty if the sub-command adds no foreign key, or has no online form
   */
  public static Optional<OnlineForm> of(
      AlterTable statement, AlterTableAction action, StatementContext context) {
    if (action instanceof AddColumn add) {
      return ColumnInSteps.add(statement, add, context)
          .map(form -> withSecond(index(statement, List.of(add.column().name()), context), form));
    }
    if (action instanceof AddConstraint add
        && add.constraint().definition() instanceof Constraint.ForeignKey key) {
      TableCommand command = new TableCommand(statement, context);
      List<OnlineStep> columns = SiblingColumns.first(command, add.constraint());
      List<OnlineStep> steps = new ArrayList<>(columns);
      if (add.constraint().notValid() || add.constraint().notEnforced()) {
        steps.add(OnlineStep.inTransaction(command.with(context.text(add.span())), ""));
      } else {
        steps.addAll(
            NotValidConstraint.steps(
                command, NamedConstraint.of(command, add, add.constraint(), Optional.empty())));
      }
      steps.add(columns.size(), index(statement, key.columns(), context));
      return Optional.of(OnlineForm.of(steps));
    }
    return Optional.empty();
  }

  /** Creates the table and the index in one transaction. */
  public static OnlineForm ofNewTable(
      CreateTable statement, List<Name> columns, StatementContext context) {
    String table = context.text(statement.span());
    return OnlineForm.safe(
        OnlineStep.inTransaction(
            table
                + ";\nCREATE INDEX "
                + name(statement.name(), columns, context.before().after(statement))
                + " "
                + on(statement.name(), columns),
            "nobody uses the table yet"));
  }

  private static OnlineForm withSecond(OnlineStep step, OnlineForm form) {
    List<OnlineStep> steps = new ArrayList<>(form.steps());
    steps.add(1, step);
    return new OnlineForm(steps, form.safety());
  }

  private static OnlineStep index(
      AlterTable statement, List<Name> columns, StatementContext context) {
    String create =
        "CREATE INDEX CONCURRENTLY " + name(statement.table(), columns, context.before());
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
