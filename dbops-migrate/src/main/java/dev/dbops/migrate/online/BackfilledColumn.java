package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * New columns whose values differ from row to row: the column is added empty, new rows get their
 * values from then on, the old ones in batches, and what the column has to satisfy comes last.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER
 *     TABLE, Notes</a>
 */
public final class BackfilledColumn {
  private BackfilledColumn() {}

  /**
   * Adds a column with a default.
   *
   * @return empty if the default is that of a domain, or for a primary key before 12
   */
  public static Optional<OnlineForm> withDefault(
      AlterTable statement, AddColumn action, StatementContext context) {
    NewColumn column = NewColumn.of(statement, action, context);
    return action
        .column()
        .defaultValue()
        .filter(value -> column.hasOnlineForm())
        .map(
            value -> {
              List<OnlineStep> steps = new ArrayList<>();
              steps.add(withDefault(column, column.bare(), value.text()));
              steps.add(column.backfill("DEFAULT"));
              steps.addAll(column.constraints(false));
              return new OnlineForm(steps, OnlineForm.Safety.NEEDS_REVIEW);
            });
  }

  /**
   * Adds a {@code NOT NULL} column whose values only the author can know.
   *
   * @return empty for a primary key before 12
   */
  public static Optional<OnlineForm> withoutDefault(
      AlterTable statement, AddColumn action, StatementContext context) {
    NewColumn column = NewColumn.of(statement, action, context);
    if (!column.hasOnlineForm()) {
      return Optional.empty();
    }
    List<OnlineStep> steps = new ArrayList<>();
    steps.add(
        OnlineStep.inTransaction(
            column.command().with(column.bare()), "may be NULL until every row has a value"));
    steps.add(column.backfill("…"));
    steps.addAll(column.constraints(true));
    return Optional.of(new OnlineForm(steps, OnlineForm.Safety.NEEDS_REVIEW));
  }

  /**
   * Adds a {@code serial} column: an integer that takes its numbers from a sequence.
   *
   * @return empty for a primary key before 12
   */
  public static Optional<OnlineForm> serial(
      AlterTable statement, AddColumn action, StatementContext context) {
    NewColumn column = NewColumn.of(statement, action, context);
    if (!column.hasOnlineForm()) {
      return Optional.empty();
    }
    String type =
        switch (action.column().type().name()) {
          case "bigserial" -> "bigint";
          case "smallserial" -> "smallint";
          default -> "integer";
        };
    String sequence = sequenceOf(column);
    List<OnlineStep> steps = new ArrayList<>();
    steps.add(OnlineStep.inTransaction("CREATE SEQUENCE " + sequence + " AS " + type, ""));
    steps.add(withDefault(column, column.bare(type), nextValue(sequence)));
    steps.add(
        OnlineStep.inTransaction(
            "ALTER SEQUENCE %s OWNED BY %s.%s"
                .formatted(sequence, statement.table().text(), column.name().text()),
            "it goes when the column goes"));
    steps.add(column.backfill("DEFAULT"));
    steps.addAll(column.constraints(true));
    return Optional.of(new OnlineForm(steps, OnlineForm.Safety.NEEDS_REVIEW));
  }

  /**
   * Adds an identity column, which takes its numbers from a sequence of its own until every row has
   * one.
   *
   * @return empty for a primary key before 12
   */
  public static Optional<OnlineForm> identity(
      AlterTable statement, AddColumn action, StatementContext context) {
    NewColumn column = NewColumn.of(statement, action, context);
    if (!column.hasOnlineForm()) {
      return Optional.empty();
    }
    String sequence = sequenceOf(column);
    List<OnlineStep> steps = new ArrayList<>();
    steps.add(OnlineStep.inTransaction("CREATE SEQUENCE " + sequence, "for the time being"));
    steps.add(withDefault(column, column.bare(), nextValue(sequence)));
    steps.add(column.backfill("DEFAULT"));
    steps.addAll(column.constraints(true));
    steps.add(
        OnlineStep.byHand(
            "SELECT last_value + 1000 FROM " + sequence,
            "a number that no row has when the next step runs"));
    boolean always = action.column().find(Constraint.Identity.class).orElseThrow().always();
    steps.add(
        OnlineStep.byHand(
            column
                .command()
                .with(
                    "ALTER COLUMN %1$s DROP DEFAULT,\n  ALTER COLUMN %1$s ADD GENERATED %2$s AS IDENTITY (START WITH …)"
                        .formatted(column.name().text(), always ? "ALWAYS" : "BY DEFAULT")),
            "with that number"));
    steps.add(OnlineStep.byHand("DROP SEQUENCE " + sequence, ""));
    return Optional.of(new OnlineForm(steps, OnlineForm.Safety.NEEDS_REVIEW));
  }

  private static OnlineStep withDefault(NewColumn column, String bare, String value) {
    return OnlineStep.inTransaction(
        column
            .command()
            .with(bare + ", ALTER COLUMN " + column.name().text() + " SET DEFAULT " + value),
        "old rows hold NULL, new rows have the default");
  }

  private static String sequenceOf(NewColumn column) {
    QualifiedName table = column.table();
    String name =
        DefaultNames.choose(table.value(), List.of(column.name().value()), "seq", taken -> false);
    return Neighbour.of(table, column.context().before()).sql(name);
  }

  private static String nextValue(String sequence) {
    return "nextval(" + SqlIdentifier.quoteLiteral(sequence) + ")";
  }
}
