package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.sql.LockTable;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** {@code LOCK TABLE} in a mode that stops readers or writers. */
public final class LockTableBlocksOthers implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("lock-table-blocks-others")
          .title("LOCK TABLE blocks others until the end of the transaction")
          .severity(Severity.WARNING)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              LOCK TABLE keeps others out until the transaction ends, whatever else it does. Without a \
              mode it is ACCESS EXCLUSIVE, which stops reads as well. Every statement takes the lock that \
              it needs by itself; one taken by hand is stronger, or held for longer.""")
          .instead(
              """
              Leave it out, or take the weakest mode that does: SHARE UPDATE EXCLUSIVE keeps other \
              migrations and autovacuum away and lets reads and writes through. Where it has to be, write \
              why into the comment that accepts the finding.""")
          .exempt(
              "The mode stops neither reads nor writes: SHARE UPDATE EXCLUSIVE and weaker ones.",
              "The table is created in the same changeset or deploy, or it is temporary.",
              "It stands in a function or procedure: nobody waits until somebody calls that.",
              "A comment accepts it and says why: "
                  + "`-- dbops:ignore lock-table-blocks-others: the swap must see no new rows`.")
          .documentation("https://www.postgresql.org/docs/current/sql-lock.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (!(context.statement() instanceof LockTable lock) || !context.runsNow()) {
      return;
    }
    Optional<LockMode> mode = context.effects().stream().map(LockEffect::mode).findFirst();
    List<QualifiedName> live =
        lock.tables().stream().filter(table -> !context.isNew(table)).toList();
    if (!live.isEmpty() && mode.filter(LockMode::blocksWrites).isPresent()) {
      String blocked = mode.get().blocksReads() ? "reads and writes" : "writes";
      context
          .finding(
              "LOCK TABLE in mode %s blocks %s of %s until the transaction ends: say why"
                  .formatted(
                      lock.mode(),
                      blocked,
                      Words.list(live.stream().map(QualifiedName::text).toList())))
          .on(live.get(0))
          .report();
    }
  }
}
