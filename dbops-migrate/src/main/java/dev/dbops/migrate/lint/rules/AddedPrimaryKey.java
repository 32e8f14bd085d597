package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.online.ConcurrentKey;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Name;
import java.util.List;
import java.util.Optional;

/**
 * A primary key that {@code ALTER TABLE} adds to a table that others use.
 *
 * @param nullable its columns that may hold NULL so far, as far as they are known
 */
record AddedPrimaryKey(AddedConstraint<Constraint.PrimaryKey> constraint, List<String> nullable) {
  static List<AddedPrimaryKey> in(RuleContext context) {
    return AddedConstraint.in(context, Constraint.PrimaryKey.class).stream()
        .map(
            added ->
                new AddedPrimaryKey(
                    added, added.alter().nullable(columns(added), context.targetVersion())))
        .toList();
  }

  private static List<String> columns(AddedConstraint<Constraint.PrimaryKey> added) {
    return added
        .definition()
        .usingIndex()
        .map(
            name ->
                added
                    .alter()
                    .table()
                    .flatMap(table -> table.index(name.value()))
                    .map(IndexState::columns)
                    .orElseGet(List::of))
        .orElseGet(() -> added.definition().columns().stream().map(Name::value).toList());
  }

  /** Whether it takes an index that is there. */
  boolean usesIndex() {
    return constraint.definition().usingIndex().isPresent();
  }

  String table() {
    return constraint.table();
  }

  /** The key, once the columns that may hold NULL do so no more. */
  Optional<OnlineForm> online(RuleContext context) {
    return ConcurrentKey.addPrimary(
        constraint.alter().statement(),
        constraint.action(),
        constraint.replaced(context),
        nullable,
        context.statementContext());
  }
}
