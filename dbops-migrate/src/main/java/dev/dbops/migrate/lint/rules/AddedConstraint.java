package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lint.FindingDraft;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.online.ReplacedKey;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.AlterTableAction.DropConstraint;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Name;
import java.util.List;
import java.util.Optional;

/**
 * A constraint that {@code ALTER TABLE} adds to a table that others use.
 *
 * @param definition of the action, as the kind that was asked for
 */
record AddedConstraint<D extends Constraint.Definition>(
    LiveAlter alter, AddConstraint action, D definition) {

  static <D extends Constraint.Definition> List<AddedConstraint<D>> in(
      RuleContext context, Class<D> kind) {
    return LiveAlter.of(context).stream()
        .flatMap(
            alter ->
                alter.actions(AddConstraint.class).stream()
                    .filter(add -> kind.isInstance(add.constraint().definition()))
                    .map(
                        add ->
                            new AddedConstraint<>(
                                alter, add, kind.cast(add.constraint().definition()))))
        .toList();
  }

  /** Whether the rows that are there have to satisfy it at once. */
  boolean checksRows() {
    return !action.constraint().notValid() && !action.constraint().notEnforced();
  }

  /** The key that makes way for it: in the same statement, or in one before it. */
  Optional<ReplacedKey> replaced(RuleContext context) {
    Optional<ReplacedKey> here =
        ReplacedKey.in(alter.statement(), action, context.statementContext());
    ObjectName table = context.schema().resolve(alter.statement().table());
    return here.or(
        () ->
            context.earlier().stream()
                .filter(
                    each ->
                        each.statement() instanceof AlterTable other
                            && other.has(DropConstraint.class)
                            && each.before().resolve(other.table()).equals(table))
                .flatMap(
                    each ->
                        ReplacedKey.in(
                            (AlterTable) each.statement(), action, context.statementContext(each))
                            .stream())
                .reduce((first, last) -> last));
  }

  /** As the user wrote it; what it is if it has no name. */
  String nameOr(String otherwise) {
    return action.constraint().name().map(Name::text).orElse(otherwise);
  }

  /** The table as the user wrote it. */
  String table() {
    return alter.tableName();
  }

  FindingDraft finding(RuleContext context, String message) {
    return alter.finding(context, action, message);
  }
}
