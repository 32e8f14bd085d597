package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.AlterTableAction.DropConstraint;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Name;
import java.util.Optional;

/**
 * A primary key or unique constraint that is dropped to make way for another.
 *
 * @param drop {@code DROP CONSTRAINT}, as it is written
 * @param name of the constraint
 * @param before the schema that still has it
 */
public record ReplacedKey(String drop, String name, SchemaState before) {
  /**
   * The key that a statement drops for one that it, or a later statement, adds to the same table.
   *
   * @param statement that drops
   * @param context of that statement
   */
  public static Optional<ReplacedKey> in(
      AlterTable statement, AddConstraint by, StatementContext context) {
    return statement.actions(DropConstraint.class).stream()
        .filter(drop -> isReplaced(statement, drop.constraint(), by.constraint(), context.before()))
        .map(
            drop ->
                new ReplacedKey(
                    context.text(drop.span()), drop.constraint().value(), context.before()))
        .findFirst();
  }

  /** Whether an index has a name. */
  boolean isTaken(String name) {
    return before.tables().stream().anyMatch(table -> table.index(name).isPresent());
  }

  private static boolean isReplaced(
      AlterTable statement, Name dropped, Constraint by, SchemaState before) {
    boolean primary = by.definition() instanceof Constraint.PrimaryKey;
    String name =
        by.name().map(Name::value).orElse(primary ? statement.table().value() + "_pkey" : "");
    boolean isPrimary =
        before
            .table(statement.table())
            .flatMap(table -> table.constraint(dropped.value()))
            .filter(each -> each.kind() == ConstraintState.Kind.PRIMARY_KEY)
            .isPresent();
    return dropped.value().equals(name) || (primary && isPrimary);
  }
}
