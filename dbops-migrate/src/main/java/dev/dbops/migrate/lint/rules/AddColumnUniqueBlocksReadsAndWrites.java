package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.sql.Constraint;

/** {@code ADD COLUMN … UNIQUE} or {@code PRIMARY KEY}. */
public final class AddColumnUniqueBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("add-column-unique-blocks-reads-and-writes")
          .title("A new column with a key blocks reads and writes while its index is built")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.INDEX_BUILD)
          .why(
              """
              ADD COLUMN takes a moment, the index of its key does not: the server reads the whole table \
              to build it, even where all rows hold NULL, under the ACCESS EXCLUSIVE lock.\
              """)
          .instead(
              """
              Add the column alone, build a unique index concurrently, then add the constraint USING \
              INDEX. For a primary key fill the column in batches and make it NOT NULL before.\
              """)
          .exempt("The table is created in the same changeset or deploy.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (AddedColumn added : AddedColumn.in(context)) {
      if (added.column().has(Constraint.Unique.class)
          || added.column().has(Constraint.PrimaryKey.class)) {
        added.reportBlocked("The key of the new column", "its index is built", context);
      }
    }
  }
}
