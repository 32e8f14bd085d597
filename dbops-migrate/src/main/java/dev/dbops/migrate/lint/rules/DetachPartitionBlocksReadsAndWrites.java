package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.FindingDraft;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.online.DetachedPartition;
import dev.dbops.migrate.sql.AlterTableAction.DetachPartition;

/** {@code DETACH PARTITION} without {@code CONCURRENTLY}. */
public final class DetachPartitionBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("detach-partition-blocks-reads-and-writes")
          .title("Detaching a partition blocks reads and writes of the whole partitioned table")
          .severity(Severity.WARNING)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              DETACH PARTITION takes an ACCESS EXCLUSIVE lock on the partitioned table, and on the DEFAULT \
              partition. The work itself takes a moment, but first the lock has to wait for every \
              transaction that uses any part of the table, and whoever comes after waits behind it.""")
          .instead(
              """
              Detach with CONCURRENTLY (PostgreSQL 14), outside a transaction. If that is interrupted, the \
              partition stays half detached, and nothing else can be detached from the table: finish it \
              with DETACH PARTITION … FINALIZE. The server refuses CONCURRENTLY while there is a DEFAULT \
              partition; there, and before 14, set a lock_timeout and try again when it strikes.""")
          .exempt(
              "The partitioned table is created in the same changeset or deploy.",
              "It is CONCURRENTLY or FINALIZE.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION")
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
                alter.actions(DetachPartition.class).stream()
                    .filter(detach -> !detach.concurrently() && !detach.finalizing())
                    .forEach(detach -> report(alter, detach, context)));
  }

  private static void report(LiveAlter alter, DetachPartition detach, RuleContext context) {
    boolean refused =
        alter.table().flatMap(context.schema()::defaultPartition).isPresent()
            || context.targetVersion() < DetachedPartition.OLDEST_VERSION;
    FindingDraft finding =
        alter.finding(
            context,
            detach,
            "Detaching %s blocks reads and writes of all of %s meanwhile"
                .formatted(detach.partition().text(), alter.tableName()));
    if (!refused) {
      finding.fix(DetachedPartition.concurrently(alter.statement(), context.statementContext()));
    }
    finding.report();
  }
}
