package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Another type for a column whose values have to be written anew: a second column of that type is
 * filled beside the first, and takes its name when both hold the same.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER
 *     TABLE, Notes</a>
 */
public final class ShadowColumn {
  private final TableCommand command;
  private final AlterColumnType change;
  private final SchemaState before;
  private final Optional<TableState> table;
  private final String column;
  private final String shadow;

  private ShadowColumn(TableCommand command, AlterColumnType change) {
    this.command = command;
    this.change = change;
    this.before = command.before();
    this.table = command.table();
    this.column = change.column().text();
    this.shadow = unusedName("new");
  }

  /** Changes the type of a column by way of a second one. */
  public static OnlineForm change(
      AlterTable statement, AlterColumnType change, StatementContext context) {
    return new ShadowColumn(new TableCommand(statement, context), change).form();
  }

  private OnlineForm form() {
    List<OnlineStep> steps = new ArrayList<>();
    steps.add(
        OnlineStep.inTransaction(
            command.with("ADD COLUMN " + quoted(shadow) + " " + writtenType()),
            "NULL for the time being"));
    steps.addAll(
        FillingTrigger.steps(
            name(), quoted(shadow), value(each -> "NEW." + each), command.context()));
    steps.add(
        Backfill.of(
            name(),
            quoted(shadow),
            value(UnaryOperator.identity()),
            quoted(shadow) + " IS NULL AND " + column + " IS NOT NULL",
            before));
    columnState()
        .filter(ColumnState::notNull)
        .flatMap(each -> NotNullInSteps.steps(command, shadow))
        .ifPresent(steps::addAll);
    indexes()
        .forEach(
            index ->
                steps.add(
                    IndexSketch.create(
                        index, name(), key -> ofShadow(key.expression()), this::ofShadow)));
    steps.add(swap());
    steps.add(
        OnlineStep.byHand(
            command.with("DROP COLUMN " + quoted(unusedName("old"))),
            "when no version of the application needs it"));
    return new OnlineForm(steps, OnlineForm.Safety.NEEDS_REVIEW);
  }

  private QualifiedName name() {
    return command.name();
  }

  private Optional<ColumnState> columnState() {
    return table.flatMap(each -> each.column(change.column().value()));
  }

  private List<IndexState> indexes() {
    return table.map(each -> each.indexesOn(change.column().value())).orElseGet(List::of);
  }

  private static String quoted(String name) {
    return SqlIdentifier.quote(name);
  }

  private String unusedName(String label) {
    return DefaultNames.choose(
        change.column().value(),
        List.of(),
        label,
        taken -> table.flatMap(each -> each.column(taken)).isPresent());
  }

  /** The type and the collation, as they are written. */
  private String writtenType() {
    int end = change.collation().map(each -> each.span().end()).orElse(change.type().span().end());
    return command.context().text(new Span(change.type().span().start(), end));
  }

  private String value(UnaryOperator<String> place) {
    return change
        .using()
        .map(using -> inPlace(using, place))
        .orElseGet(() -> "CAST(" + place.apply(column) + " AS " + change.type().text() + ")");
  }

  private String inPlace(Expression using, UnaryOperator<String> place) {
    Set<String> columns =
        table.map(each -> each.columns().keySet()).orElseGet(() -> Set.of(change.column().value()));
    return Renamed.in(using.text(), columns, place);
  }

  private String ofShadow(String expression) {
    return Renamed.in(expression, Set.of(change.column().value()), each -> quoted(shadow));
  }

  private OnlineStep swap() {
    List<String> statements = new ArrayList<>();
    statements.add("BEGIN");
    indexes().stream().flatMap(index -> key(index).stream()).forEach(statements::add);
    statements.add(command.with("RENAME COLUMN " + column + " TO " + quoted(unusedName("old"))));
    statements.add(command.with("RENAME COLUMN " + quoted(shadow) + " TO " + column));
    columnState()
        .filter(ColumnState::notNull)
        .ifPresent(
            each ->
                statements.add(
                    command.with("ALTER COLUMN " + quoted(unusedName("old")) + " DROP NOT NULL")));
    columnState()
        .flatMap(ColumnState::defaultValue)
        .ifPresent(
            value ->
                statements.add(
                    command.with("ALTER COLUMN " + column + " SET DEFAULT " + value.text())));
    statements.add(FillingTrigger.drop(name(), quoted(shadow), command.context()).sql());
    statements.add("COMMIT");
    return OnlineStep.byHand(String.join(";\n", statements), swapNote());
  }

  /** Primary and unique keys go over to the index of the new column. */
  private Optional<String> key(IndexState index) {
    return index
        .constraint()
        .flatMap(constraint -> table.flatMap(each -> each.constraint(constraint)))
        .filter(constraint -> constraint.kind() != ConstraintState.Kind.EXCLUDE)
        .map(
            constraint ->
                command.with(
                    "DROP CONSTRAINT %1$s, ADD CONSTRAINT %1$s %2$s USING INDEX %3$s"
                        .formatted(
                            quoted(constraint.name()),
                            constraint.kind() == ConstraintState.Kind.PRIMARY_KEY
                                ? "PRIMARY KEY"
                                : "UNIQUE",
                            quoted(IndexSketch.name(index)))));
  }

  private String swapNote() {
    List<String> others = new ArrayList<>();
    if (columnState().map(ColumnState::generation).filter(ShadowColumn::hasSequence).isPresent()) {
      others.add("the sequence");
    }
    if (isInForeignKey()) {
      others.add("the foreign keys, NOT VALID at first");
    }
    return "brief"
        + (others.isEmpty() ? "" : "; hand over " + String.join(" and ", others) + ", too");
  }

  private boolean isInForeignKey() {
    return table
        .filter(each -> !before.foreignKeysWith(each, change.column().value()).isEmpty())
        .isPresent();
  }

  private static boolean hasSequence(ColumnState.Generation generation) {
    return generation == ColumnState.Generation.SERIAL
        || generation == ColumnState.Generation.IDENTITY;
  }
}
