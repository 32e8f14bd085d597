package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.EnforcedKey;
import dev.dbops.migrate.sql.AlterTableAction.AlterConstraint;

/** {@code ALTER CONSTRAINT … ENFORCED} (PostgreSQL 18). */
public final class EnforcedConstraintBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("enforced-constraint-blocks-reads-and-writes")
          .title("Enforcing a constraint blocks reads and writes while every row is checked")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.SCAN)
          .why(
              """
              A constraint that is NOT ENFORCED says nothing of the rows. ALTER CONSTRAINT … \
              ENFORCED reads them all under an ACCESS EXCLUSIVE lock; a foreign key stops writes \
              to the referenced table as well.\
              """)
          .instead(
              """
              Add the constraint a second time, NOT VALID: it holds for new rows at once. VALIDATE it in \
              a later transaction, while reads and writes go on, and drop the one that says nothing.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The constraint is known to be enforced already.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ALTER-CONSTRAINT")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    LiveAlter.of(context)
        .ifPresent(
            alter ->
                alter.actions(AlterConstraint.class).stream()
                    .filter(change -> change.enforced().orElse(false))
                    .filter(change -> !isEnforced(alter, change))
                    .forEach(change -> report(alter, change, context)));
  }

  private static boolean isEnforced(LiveAlter alter, AlterConstraint change) {
    return alter
        .table()
        .flatMap(table -> table.constraint(change.constraint().value()))
        .filter(ConstraintState::enforced)
        .isPresent();
  }

  private static void report(LiveAlter alter, AlterConstraint change, RuleContext context) {
    alter
        .finding(
            context,
            change,
            "Enforcing %s blocks reads and writes of %s while every row is checked"
                .formatted(change.constraint().text(), alter.tableName()))
        .fix(EnforcedKey.add(alter.statement(), change, context.statementContext()))
        .report();
  }
}
