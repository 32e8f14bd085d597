package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.AttachedPartition;
import dev.dbops.migrate.sql.AlterTableAction.AttachPartition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ATTACH PARTITION} of a table whose rows nobody has checked yet. */
public final class AttachPartitionBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("attach-partition-blocks-reads-and-writes")
          .title("Attaching a partition blocks reads and writes while its rows are checked")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.SCAN)
          .why(
              """
              ATTACH PARTITION reads every row of the new partition to see that it is within the bound, \
              and every row of the DEFAULT partition to see that it is not, both under an ACCESS \
              EXCLUSIVE lock: nobody uses these tables meanwhile, and queries that go through the \
              DEFAULT partition wait. Foreign keys of the partitioned table are checked, and indexes of \
              it are built, where the new partition lacks them. The partitioned table itself is locked \
              with SHARE UPDATE EXCLUSIVE, before PostgreSQL 12 with ACCESS EXCLUSIVE.""")
          .instead(
              """
              Add a check that says what the bound says to the new partition, NOT VALID, and validate it, \
              which lets reads and writes through; and one that says the opposite to the DEFAULT \
              partition. The server trusts them and reads no row. Before that give the new partition the \
              foreign keys and, concurrently, the indexes of the partitioned table.""")
          .exempt(
              "The new partition is created in the same changeset or deploy, and there is no DEFAULT "
                  + "partition.",
              "Validated checks say what the bound says, in the same words: the values of a timestamptz "
                  + "mean the same only in the same TimeZone.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-ATTACH-PARTITION")
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
                alter.actions(AttachPartition.class).forEach(each -> check(alter, each, context)));
  }

  private static void check(LiveAlter alter, AttachPartition attach, RuleContext context) {
    List<LockEffect> blocking =
        context.effects(attach.span()).stream().filter(LockEffect::isLong).toList();
    if (blocking.isEmpty()) {
      return;
    }
    List<String> tables = blocking.stream().map(effect -> effect.relation().name()).toList();
    Set<Work> work =
        blocking.stream().flatMap(effect -> effect.work().stream()).collect(Collectors.toSet());
    String reason = work.contains(Work.SCAN) ? "rows are checked" : "indexes are built";
    context
        .finding(
            attach.span(),
            "Attaching %s blocks reads and writes of %s while %s %s"
                .formatted(
                    attach.partition().text(),
                    Words.list(tables),
                    tables.size() == 1 ? "its" : "their",
                    reason))
        .on(blocking.get(0).relation())
        .fix(AttachedPartition.attach(alter.statement(), attach, context.statementContext()))
        .report();
  }
}
