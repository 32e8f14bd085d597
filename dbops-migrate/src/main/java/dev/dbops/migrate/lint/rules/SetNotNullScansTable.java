package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.NotNullScan;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.NotNullColumn;
import dev.dbops.migrate.online.NotValidConstraint;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.AlterTableAction.SetNotNull;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Name;
import java.util.Optional;

/** {@code SET NOT NULL}, and {@code NOT NULL} in other words, where every row has to be read. */
public final class SetNotNullScansTable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("set-not-null-scans-table")
          .title("Demanding NOT NULL blocks reads and writes while every row is read")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.SCAN)
          .why(
              """
              SET NOT NULL holds an ACCESS EXCLUSIVE lock while it looks for a NULL in every row: \
              nobody reads or writes the table meanwhile. A NULL that it finds makes it fail.\
              """)
          .instead(
              """
              From PostgreSQL 18: add the constraint NOT NULL … NOT VALID, which holds for new rows at \
              once, and VALIDATE it in a later transaction, while reads and writes go on. From 12: do so \
              with a CHECK (… IS NOT NULL); SET NOT NULL trusts the validated check and reads no row, \
              and the check can go. 10 and 11 do not trust it: there the check itself has to do.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The column is known to be NOT NULL already.",
              "A validated check already says that the column is not NULL (from 12), and is not"
                  + " dropped in the same statement.",
              "The constraint is NOT VALID (from 18).")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    LiveAlter.of(context)
        .ifPresent(
            alter -> alter.statement().actions().forEach(action -> check(alter, action, context)));
  }

  private static void check(LiveAlter alter, AlterTableAction action, RuleContext context) {
    if (action instanceof SetNotNull set) {
      report(
          alter,
          action,
          set.column(),
          NotNullColumn.demand(alter.statement(), set.column(), context.statementContext()),
          context);
    } else if (action instanceof AddConstraint add
        && add.constraint().definition() instanceof Constraint.NotNull demand
        && !add.constraint().notValid()
        && demand.column().isPresent()) {
      report(
          alter,
          action,
          demand.column().get(),
          NotValidConstraint.add(alter.statement(), add, context.statementContext()),
          context);
    } else if (action instanceof AddColumn add && isVirtualNotNull(add)) {
      reportVirtual(alter, add, context);
    }
  }

  private static void report(
      LiveAlter alter, AlterTableAction action, Name column, OnlineForm fix, RuleContext context) {
    if (NotNullScan.isNeeded(
        alter.statement(), alter.table(), column.value(), context.targetVersion())) {
      alter
          .finding(
              context,
              action,
              "Demanding NOT NULL of %s blocks reads and writes of %s while every row is read"
                  .formatted(column.text(), alter.tableName()))
          .fix(fix)
          .report();
    }
  }

  private static boolean isVirtualNotNull(AddColumn add) {
    Optional<Constraint.Generated> generated = add.column().find(Constraint.Generated.class);
    return generated.filter(each -> !each.stored()).isPresent()
        && add.column().has(Constraint.NotNull.class);
  }

  private static void reportVirtual(LiveAlter alter, AddColumn add, RuleContext context) {
    alter
        .finding(
            context,
            add,
            "Computing the new column %s for every row, to see that it is not NULL, blocks reads and writes of %s"
                .formatted(add.column().name().text(), alter.tableName()))
        .report();
  }
}
