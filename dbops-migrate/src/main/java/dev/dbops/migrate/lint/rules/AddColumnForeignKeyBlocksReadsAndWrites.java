package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;

/** {@code ADD COLUMN … DEFAULT … REFERENCES}. */
public final class AddColumnForeignKeyBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("add-column-foreign-key-blocks-reads-and-writes")
          .title("A new column with a default and a foreign key blocks both tables during a scan")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.SCAN)
          .why(
              """
              A foreign key of a new column is looked up for every row if the column has a default, even \
              DEFAULT NULL. Meanwhile the table is under the ACCESS EXCLUSIVE lock of ADD COLUMN, and \
              the referenced table under a SHARE ROW EXCLUSIVE lock, which stops its writes.\
              """)
          .instead(
              """
              Add the column alone, then the foreign key NOT VALID, and VALIDATE it in a later \
              transaction.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The column has no default: see add-column-foreign-key-locks-two-tables.",
              "The key is NOT ENFORCED (PostgreSQL 18).")
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
      if (added.looksUpRows()) {
        added.reportBlocked("The foreign key of the new column", "every row is looked up", context);
      }
    }
  }
}
