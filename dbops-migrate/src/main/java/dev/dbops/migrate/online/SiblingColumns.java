package dev.dbops.migrate.online;

import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.LockEffects;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.ExpressionFacts;
import dev.dbops.migrate.sql.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Columns that the same statement adds as a constraint which names them. */
final class SiblingColumns {
  private SiblingColumns() {}

  /**
   * Adds the columns that a constraint needs, before it.
   *
   * @return empty if all columns are there already; a column that takes time is left to its own
   *     online form
   */
  static List<OnlineStep> first(TableCommand command, Constraint constraint) {
    Collection<String> needed = columns(constraint.definition());
    List<OnlineStep> steps = new ArrayList<>();
    for (AddColumn add : command.statement().actions(AddColumn.class)) {
      if (needed.contains(add.column().name().value())) {
        String sql = command.with(command.context().text(add.span()));
        steps.add(
            isBrief(command.alone(add), command.context())
                ? OnlineStep.inTransaction(
                    sql, "first and once, for all constraints of the statement that name it")
                : OnlineStep.byHand(sql, "first, by its own online form"));
      }
    }
    return steps;
  }

  private static boolean isBrief(AlterTable alone, StatementContext context) {
    return LockEffects.of(alone, context.before(), context.version()).stream()
        .noneMatch(LockEffect::isLong);
  }

  private static Collection<String> columns(Constraint.Definition definition) {
    if (definition instanceof Constraint.Check check) {
      return ExpressionFacts.of(check.condition()).columns();
    }
    if (definition instanceof Constraint.ForeignKey key) {
      return values(key.columns());
    }
    if (definition instanceof Constraint.Unique key) {
      return values(key.columns());
    }
    if (definition instanceof Constraint.PrimaryKey key) {
      return values(key.columns());
    }
    return definition instanceof Constraint.NotNull notNull
        ? values(notNull.column().stream().toList())
        : Set.of();
  }

  private static Set<String> values(List<Name> names) {
    return names.stream().map(Name::value).collect(Collectors.toSet());
  }
}
