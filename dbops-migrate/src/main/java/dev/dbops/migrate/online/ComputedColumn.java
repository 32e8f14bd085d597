package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.ExpressionVolatility;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.ExpressionFacts;
import dev.dbops.migrate.sql.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * New columns that are computed from others, without computing them for every row under a lock.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-generated-columns.html">Generated
 *     Columns</a>
 */
public final class ComputedColumn {
  private static final int VIRTUAL_EXISTS = 18;

  private ComputedColumn() {}

  /**
   * Adds a column that was to be stored: from 18 one that is computed when it is read, before, and
   * where the server refuses that, a plain one that a trigger fills.
   *
   * @param indexed whether an index or a key needs its values
   * @return empty for a column of a domain, and for one with constraints, which a virtual one
   *     cannot have or would be computed for
   * @see <a href="https://www.postgresql.org/docs/18/ddl-generated-columns.html">Generated Columns,
   *     restrictions</a>
   */
  public static Optional<OnlineForm> add(
      AlterTable statement, AddColumn action, StatementContext context, boolean indexed) {
    ColumnDefinition added = action.column();
    if (added.constraints().size() > 1 || context.before().domain(added.type()).isPresent()) {
      return Optional.empty();
    }
    NewColumn column = NewColumn.of(statement, action, context);
    boolean virtual = context.version() >= VIRTUAL_EXISTS && !indexed && isBuiltIn(column);
    return Optional.of(virtual ? virtual(column) : byTrigger(column));
  }

  /** Whether all types and functions are PostgreSQL's own: a virtual column takes no others. */
  private static boolean isBuiltIn(NewColumn column) {
    SchemaState before = column.context().before();
    Expression value = value(column);
    ExpressionFacts facts = ExpressionFacts.of(value);
    boolean ownFunctions =
        facts.calls().stream()
            .allMatch(
                call ->
                    before.function(call.schema(), call.name()).isEmpty()
                        && call.schema().filter(schema -> !schema.equals("pg_catalog")).isEmpty());
    List<DataType> types = new ArrayList<>();
    types.add(column.action().column().type());
    for (String name : facts.columns()) {
      before.column(column.table(), name).flatMap(ColumnState::type).ifPresent(types::add);
    }
    return ownFunctions
        && !ExpressionVolatility.of(value, before).isAssumed()
        && types.stream()
            .allMatch(type -> before.domain(type).isEmpty() && before.enumType(type).isEmpty());
  }

  private static Expression value(NewColumn column) {
    return column.action().column().find(Constraint.Generated.class).orElseThrow().value();
  }

  private static OnlineForm virtual(NewColumn column) {
    int end = column.action().column().constraints().get(0).span().end();
    Splice splice = new Splice(column.context().text(), column.action().span());
    String action = splice.replace(new Span(end - "STORED".length(), end), "VIRTUAL").sql();
    return OnlineForm.needsReview(
        OnlineStep.inTransaction(
            column.command().with(action), "computed when it is read: no room taken, no index"));
  }

  private static OnlineForm byTrigger(NewColumn column) {
    Expression value = value(column);
    List<OnlineStep> steps = new ArrayList<>();
    steps.add(
        OnlineStep.inTransaction(
            column.command().with(column.bare()), "a plain column, NULL for the time being"));
    steps.addAll(
        FillingTrigger.steps(
            column.table(),
            column.name().text(),
            Renamed.in(value.text(), ExpressionFacts.of(value).columns(), each -> "NEW." + each),
            column.context()));
    steps.add(column.backfill(value.text()));
    return new OnlineForm(steps, OnlineForm.Safety.NEEDS_REVIEW);
  }
}
