package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.ForeignKeyState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.sql.AlterTableAction.DropConstraint;
import java.util.List;
import java.util.stream.Stream;

/** {@code DROP CONSTRAINT} of a foreign key, or of the key that it refers to. */
public final class DropForeignKeyLocksTwoTables implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("drop-foreign-key-locks-two-tables")
          .title("Dropping a foreign key blocks reads and writes of both tables")
          .severity(Severity.WARNING)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              A foreign key has triggers on both tables. To drop it the server takes an ACCESS EXCLUSIVE \
              lock on the referencing and on the referenced table, one after the other: with the first \
              in hand it waits for whoever uses the second.""")
          .instead(
              """
              There is no weaker form. Set a lock_timeout and try again when it strikes, and drop one \
              foreign key per transaction, with nothing else in it.""")
          .exempt(
              "One of the tables is created in the same changeset or deploy.",
              "The table refers to itself.",
              "No statement of the changelog tells that the constraint is a foreign key.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DROP-CONSTRAINT")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    LiveAlter.of(context)
        .filter(alter -> alter.table().isPresent())
        .ifPresent(
            alter ->
                alter
                    .actions(DropConstraint.class)
                    .forEach(drop -> check(alter, alter.table().get(), drop, context)));
  }

  private static void check(
      LiveAlter alter, TableState table, DropConstraint drop, RuleContext context) {
    others(table, drop, context)
        .filter(other -> !other.id().equals(table.id()) && !context.schema().isNew(other))
        .findFirst()
        .ifPresent(
            other ->
                alter
                    .finding(
                        context,
                        drop,
                        "Dropping "
                            + drop.constraint().text()
                            + " blocks reads and writes of "
                            + alter.tableName()
                            + " and "
                            + other.name().name())
                    .report());
  }

  /** The tables that lose triggers besides the one that is altered. */
  private static Stream<TableState> others(
      TableState table, DropConstraint drop, RuleContext context) {
    String name = drop.constraint().value();
    Stream<TableState> referenced =
        context.schema().foreignKeysOf(table).stream()
            .filter(key -> key.constraint().name().equals(name))
            .map(ForeignKeyState::referenced);
    List<String> key =
        table
            .constraint(name)
            .filter(ConstraintState::hasIndex)
            .map(ConstraintState::columns)
            .orElseGet(List::of);
    Stream<TableState> referencing =
        context.schema().foreignKeysTo(table).stream()
            .filter(
                each -> drop.cascade() && !key.isEmpty() && each.referencedColumns().equals(key))
            .map(ForeignKeyState::table);
    return Stream.concat(referenced, referencing);
  }
}
