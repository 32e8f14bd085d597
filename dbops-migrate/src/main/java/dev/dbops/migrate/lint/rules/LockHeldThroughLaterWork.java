package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.BatchedChange;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.OnlineStep;
import java.util.List;
import java.util.Optional;

/** A lock that was taken for a moment, and is held while the transaction works on data. */
public final class LockHeldThroughLaterWork implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("lock-held-through-later-work")
          .title("A strong lock is held while the rest of the transaction works on data")
          .severity(Severity.WARNING)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.SCAN)
          .why(
              """
              A lock is held to the end of its transaction. ALTER TABLE may take a moment, but with a \
              backfill or the validation of a constraint behind it in the same transaction, everybody \
              waits until every row is done. Runners put a whole changeset or file into one transaction.\
              """)
          .instead(
              """
              Put the change of data into a changeset or file of its own, so that the one with the strong \
              lock is committed before; in batches if it changes every row.""")
          .exempt(
              "The table that is locked, or the data that is worked on, is new in the same changeset or deploy, or temporary.",
              "A changed row is found by an index.",
              "The statement that takes the lock, or the later one, takes long under a strong lock of its own: other rules tell.",
              "LOCK TABLE, whose purpose it is.")
          .documentation(
              "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.runsNow() && ValidatedConstraint.in(context).isEmpty()) {
      LaterWork.of(context).ifPresent(work -> report(work, context));
    }
  }

  private static void report(LaterWork work, RuleContext context) {
    List<LockEffect> held = work.held();
    boolean reads = held.stream().anyMatch(effect -> effect.mode().blocksReads());
    List<String> tables =
        held.stream()
            .filter(effect -> effect.mode().blocksReads() == reads)
            .map(effect -> effect.relation().name())
            .distinct()
            .toList();
    context
        .finding(
            (reads ? "Reads and writes of " : "Writes to ")
                + Words.list(tables)
                + " wait until "
                + work.name()
                + " is done, because the transaction locked "
                + (tables.size() == 1 ? "it" : "them")
                + " before")
        .on(work.table())
        .fix(fix(context))
        .report();
  }

  private static Optional<OnlineForm> fix(RuleContext context) {
    if (RowReach.of(context.statement(), context.schema()) == RowReach.EVERY) {
      return BatchedChange.of(context.statement(), context.statementContext());
    }
    return context.placed().nesting() == PlacedStatement.Nesting.NONE
        ? Optional.of(
            OnlineForm.safe(
                OnlineStep.inTransaction(
                    context.placed().text(), "in a changeset or file of its own")))
        : Optional.empty();
  }
}
