package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.ColumnInSteps;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.Constraint;

/** {@code ADD COLUMN … CHECK}. */
public final class AddColumnCheckBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("add-column-check-blocks-reads-and-writes")
          .title("A new column with a check blocks reads and writes while every row is checked")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.SCAN)
          .why(
              """
              ADD COLUMN takes a moment, a check of the new column does not: the server checks every row, \
              even where all of them hold NULL or the same default, under the ACCESS EXCLUSIVE lock.\
              """)
          .instead(
              """
              Add the column alone, then the check NOT VALID, and VALIDATE it in a later transaction.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The check is NOT ENFORCED (PostgreSQL 18).")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    LiveAlter.of(context)
        .ifPresent(
            alter -> alter.columnsAddedAtOnce(context).forEach(add -> check(alter, add, context)));
  }

  private static void check(LiveAlter alter, AddColumn add, RuleContext context) {
    boolean checked =
        add.column().all(Constraint.Check.class).stream().anyMatch(each -> !each.notEnforced());
    if (checked) {
      context
          .finding(
              add.span(),
              "The check of the new column "
                  + add.column().name().text()
                  + " blocks reads and writes of "
                  + alter.statement().table().text()
                  + " while every row is checked")
          .on(alter.statement().table())
          .fix(ColumnInSteps.add(alter.statement(), add, context.text(), context.schema()))
          .report();
    }
  }
}
