package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.catalog.DomainState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lock.AddColumnRewrite;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column of the type that a domain restricts, with the restrictions as constraints of the table.
 */
public final class BaseTypeColumn {
  private BaseTypeColumn() {}

  /**
   * Adds a column that was to be of a domain.
   *
   * @return empty where the column has a default on a server that writes it to every row (before
   *     11), and for a primary key before 12
   */
  public static Optional<OnlineForm> add(
      AlterTable statement, AddColumn action, StatementContext context) {
    NewColumn column = NewColumn.of(statement, action, context);
    List<DomainState> domains = domains(action.column().type(), context.before());
    Optional<Expression> value =
        action.column().defaultValue().or(() -> context.before().defaultOf(action.column().type()));
    if (domains.isEmpty()
        || !column.hasOnlineForm()
        || (value.isPresent() && context.version() < AddColumnRewrite.DEFAULT_IS_STORED_ONCE)) {
      return Optional.empty();
    }
    String base = domains.get(domains.size() - 1).base().text();
    String bare = column.bare(base) + value.map(each -> " DEFAULT " + each.text()).orElse("");
    List<OnlineStep> steps = new ArrayList<>();
    steps.add(OnlineStep.inTransaction(column.command().with(bare), "the type below the domain"));
    Set<String> names = new HashSet<>();
    for (DomainState domain : domains) {
      for (ConstraintState check : domain.checks().values()) {
        steps.addAll(check(column, check, names));
      }
    }
    boolean notNull = domains.stream().anyMatch(DomainState::notNull) || column.isNotNull();
    if (notNull && value.isEmpty()) {
      steps.add(column.backfill("…"));
    }
    steps.addAll(column.constraints(notNull));
    return Optional.of(new OnlineForm(steps, OnlineForm.Safety.NEEDS_REVIEW));
  }

  /** The domain, the one below it, and so on. */
  private static List<DomainState> domains(DataType type, SchemaState state) {
    List<DomainState> domains = new ArrayList<>();
    Optional<DomainState> next = state.domain(type);
    while (next.isPresent()) {
      domains.add(next.get());
      next = state.domain(next.get().base());
    }
    return domains;
  }

  private static List<OnlineStep> check(
      NewColumn column, ConstraintState check, Set<String> names) {
    Optional<TableState> table = column.context().before().table(column.table());
    String name =
        DefaultNames.choose(
            column.table().value(),
            List.of(column.name().value()),
            "check",
            taken ->
                names.contains(taken) || table.flatMap(each -> each.constraint(taken)).isPresent());
    names.add(name);
    String condition =
        Renamed.in(
            check.condition().map(Expression::text).orElse("true"),
            Set.of("value"),
            value -> column.name().text());
    return NotValidConstraint.steps(
        column.command(),
        new NamedConstraint(SqlIdentifier.quote(name), "CHECK (" + condition + ")"));
  }
}
