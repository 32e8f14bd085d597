package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.FindingDraft;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.online.ConcurrentIndex;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.Optional;

/** {@code DROP INDEX} without {@code CONCURRENTLY}. */
public final class DropIndexBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("drop-index-blocks-reads-and-writes")
          .title("Dropping an index blocks reads and writes of its table")
          .severity(Severity.WARNING)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              DROP INDEX takes an ACCESS EXCLUSIVE lock on the table. The work itself takes a moment, \
              but first the lock has to wait for every transaction that uses the table, and whoever \
              comes after waits behind it.""")
          .instead(
              """
              Drop the index with CONCURRENTLY, outside a transaction. The index of a partitioned table \
              cannot be dropped that way: set a lock_timeout and try again when it strikes.""")
          .exempt(
              "The table is created in the same changeset or deploy.", "The table is temporary.")
          .documentation("https://www.postgresql.org/docs/current/sql-dropindex.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof Drop drop
        && drop.kind() == ObjectKind.INDEX
        && !drop.concurrently()) {
      drop.names().stream()
          .filter(index -> isInUse(index, context))
          .findFirst()
          .ifPresent(index -> report(index, drop, context));
    }
  }

  private static boolean isInUse(QualifiedName index, RuleContext context) {
    Optional<TableState> table = context.schema().tableOfIndex(index);
    return table.filter(context.schema()::isNew).isEmpty();
  }

  private static void report(QualifiedName index, Drop drop, RuleContext context) {
    Optional<TableState> table = context.schema().tableOfIndex(index);
    String name = table.map(each -> each.name().name()).orElse("its table");
    FindingDraft finding =
        context.finding(
            "Dropping " + index.text() + " blocks reads and writes of " + name + " meanwhile");
    table.ifPresent(each -> finding.on(each.name()));
    finding.fix(fix(drop, context)).report();
  }

  /** The server takes neither CASCADE nor an index of a partitioned table with CONCURRENTLY. */
  private static Optional<OnlineForm> fix(Drop drop, RuleContext context) {
    boolean partitioned =
        drop.names().stream()
            .flatMap(index -> context.schema().tableOfIndex(index).stream())
            .anyMatch(TableState::isPartitioned);
    return drop.cascade() || partitioned
        ? Optional.empty()
        : Optional.of(ConcurrentIndex.drop(drop));
  }
}
