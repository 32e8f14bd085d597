package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.online.LockTimeoutFirst;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.DetachPartition;
import dev.dbops.migrate.sql.LockTable;
import dev.dbops.migrate.sql.Statement;
import java.util.Comparator;
import java.util.Optional;

/** A strong lock on a table in use that is waited for without end. */
public final class MissingLockTimeout implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("missing-lock-timeout")
          .title("Without a lock_timeout everybody queues up behind a migration that waits")
          .severity(Severity.WARNING)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              A strong lock has to wait until every transaction that uses the table is over, and whoever \
              comes later waits behind it. Even a change that takes a millisecond stops the application \
              for as long as the slowest report or a forgotten session runs.""")
          .instead(
              """
              Set a lock_timeout of a few seconds before the first such statement, SET LOCAL in a \
              transaction, and run the changeset again when it strikes. If the connection brings one \
              along (ALTER ROLE … SET lock_timeout, or options=-c%20lock_timeout=2s in the URL), switch \
              this rule off.""")
          .exempt(
              "A lock_timeout is in force: set before in the transaction, in the session, or in a changeset that always runs first.",
              "The table is created in the same changeset or deploy, or is temporary.",
              "CONCURRENTLY forms, which wait while others go on and leave a half-done change behind when they give up.",
              "Each changeset is reported once, at its first such statement.")
          .documentation(
              "https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    Optional<LockEffect> endless = endlessWait(context.placed());
    if (endless.isPresent()
        && context.earlierBlocking().stream().noneMatch(each -> endlessWait(each).isPresent())) {
      report(endless.get(), context);
    }
  }

  /** The strongest lock of a statement that stops others while it is waited for without end. */
  private static Optional<LockEffect> endlessWait(PlacedStatement placed) {
    if (placed.nesting() == PlacedStatement.Nesting.FUNCTION
        || placed.before().hasLockTimeout()
        || givesWay(placed.statement())) {
      return Optional.empty();
    }
    return placed.effects().stream()
        .filter(effect -> effect.mode().blocksWrites())
        .max(Comparator.comparing(LockEffect::mode));
  }

  private static boolean givesWay(Statement statement) {
    if (statement instanceof LockTable lock) {
      return lock.nowait();
    }
    return statement instanceof AlterTable alter
        && alter.actions(DetachPartition.class).stream().anyMatch(DetachPartition::concurrently);
  }

  private static void report(LockEffect effect, RuleContext context) {
    context
        .finding(
            "Without a lock_timeout "
                + (effect.mode().blocksReads() ? "reads and writes of " : "writes to ")
                + effect.relation().name()
                + " queue up behind this statement for as long as it waits for its lock")
        .on(effect.relation())
        .fix(fix(context))
        .report();
  }

  private static Optional<OnlineForm> fix(RuleContext context) {
    PlacedStatement placed = context.placed();
    if (placed.nesting() != PlacedStatement.Nesting.NONE) {
      return Optional.empty();
    }
    return Optional.of(
        placed.inTransactionBlock()
            ? LockTimeoutFirst.inTransaction(placed.text())
            : LockTimeoutFirst.outsideTransaction(placed.text()));
  }
}
