package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.online.AttachedPartition;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.Optional;

/** {@code CREATE TABLE … PARTITION OF} a table in use. */
public final class CreatePartitionBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("create-partition-blocks-reads-and-writes")
          .title("Creating a partition blocks reads and writes of the whole partitioned table")
          .severity(Severity.WARNING)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              CREATE TABLE … PARTITION OF takes an ACCESS EXCLUSIVE lock on the partitioned table: it \
              waits for every transaction that uses any part of it, and whoever comes after waits behind \
              it. If there is a DEFAULT partition, all its rows are read under such a lock as well, to \
              see that none belongs to the new one.""")
          .instead(
              """
              Create a table by itself and attach it, which locks the partitioned table with SHARE \
              UPDATE EXCLUSIVE only (PostgreSQL 12). Add a check that says what the bound says, so that \
              no row is read, and before it one on the DEFAULT partition that says the opposite.""")
          .exempt(
              "The partitioned table is created in the same changeset or deploy.",
              "A table of that name is known to exist, and IF NOT EXISTS is said.")
          .documentation(
              "https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (!(context.statement() instanceof CreateTable create)
        || create.partitionOf().isEmpty()
        || !context.runsNow()) {
      return;
    }
    QualifiedName whole = create.partitionOf().get();
    boolean locked =
        context.effects().stream()
            .anyMatch(
                effect ->
                    effect.mode() == LockMode.ACCESS_EXCLUSIVE
                        && effect.relation().equals(context.schema().resolve(whole)));
    if (locked) {
      Optional<String> read =
          context.effects().stream()
              .filter(LockEffect::isLong)
              .map(effect -> effect.relation().name())
              .findFirst();
      context
          .finding(
              "Creating %s blocks reads and writes of all of %s %s"
                  .formatted(
                      create.name().text(),
                      whole.text(),
                      read.map(table -> "while the rows of " + table + " are read")
                          .orElse("meanwhile")))
          .on(whole)
          .fix(AttachedPartition.create(create, context.statementContext()))
          .report();
    }
  }
}
