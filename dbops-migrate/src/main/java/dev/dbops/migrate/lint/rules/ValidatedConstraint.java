package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.ValidateConstraint;
import dev.dbops.migrate.sql.Name;
import java.util.List;
import java.util.Optional;

/**
 * A constraint that is validated in the transaction that added it.
 *
 * @param added the statement that added it
 */
record ValidatedConstraint(LiveAlter alter, ValidateConstraint action, PlacedStatement added) {
  static List<ValidatedConstraint> in(RuleContext context) {
    return LiveAlter.of(context).stream()
        .flatMap(
            alter ->
                alter.actions(ValidateConstraint.class).stream()
                    .flatMap(
                        validate ->
                            addedBy(alter.statement(), validate.constraint(), context).stream()
                                .map(added -> new ValidatedConstraint(alter, validate, added))))
        .toList();
  }

  private static Optional<PlacedStatement> addedBy(
      AlterTable alter, Name constraint, RuleContext context) {
    if (!has(context.schema(), alter, constraint)) {
      return has(context.schemaAfter(), alter, constraint)
          ? Optional.of(context.placed())
          : Optional.empty();
    }
    List<PlacedStatement> earlier = context.earlierInTransaction(AlterTable.class);
    for (int i = earlier.size() - 1; i >= 0; i--) {
      PlacedStatement each = earlier.get(i);
      if (!has(each.before(), alter, constraint)
          && has(each.before().after(each.statement()), alter, constraint)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static boolean has(SchemaState schema, AlterTable alter, Name constraint) {
    return schema
        .table(alter.table())
        .flatMap(table -> table.constraint(constraint.value()))
        .isPresent();
  }
}
