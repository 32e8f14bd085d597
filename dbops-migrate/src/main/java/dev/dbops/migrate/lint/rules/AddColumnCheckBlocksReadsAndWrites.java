package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
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
    for (AddedColumn added : AddedColumn.in(context)) {
      boolean checked =
          added.column().all(Constraint.Check.class).stream().anyMatch(each -> !each.notEnforced());
      if (checked) {
        added.reportBlocked("The check of the new column", "every row is checked", context);
      }
    }
  }
}
