package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;

/** {@code ADD PRIMARY KEY} that builds its own index. */
public final class PrimaryKeyBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("primary-key-blocks-reads-and-writes")
          .title("Adding a primary key blocks reads and writes while its index is built")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.INDEX_BUILD)
          .why(
              """
              ADD PRIMARY KEY holds an ACCESS EXCLUSIVE lock on the table while it reads and sorts all of \
              it. Where a column may hold NULL so far, it reads every row once more, to look for one.""")
          .instead(
              """
              Make the columns NOT NULL online, build a unique index concurrently, then add the primary \
              key USING INDEX, which takes a moment. Where it takes the place of another key, the same \
              statement drops that one.""")
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The key takes an index that is there (USING INDEX).",
              "It is added to ONLY a partitioned table, so that no index is built.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (AddedPrimaryKey added : AddedPrimaryKey.in(context)) {
      if (!added.usesIndex() && !added.constraint().alter().isPartitionedOnly()) {
        report(added, context);
      }
    }
  }

  private static void report(AddedPrimaryKey added, RuleContext context) {
    String scanned = added.nullable().isEmpty() ? "" : ", and every row is searched for NULL";
    added
        .constraint()
        .finding(
            context,
            "Adding a primary key blocks reads and writes of %s while its index is built%s"
                .formatted(added.table(), scanned))
        .fix(added.online(context))
        .report();
  }
}
