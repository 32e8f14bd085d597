package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.OnlineStep;
import dev.dbops.migrate.sql.Drop;
import java.util.List;
import java.util.Optional;

/** Statements of one transaction that lock one table in use after the other. */
public final class SeveralTablesLockedInTransaction implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("several-tables-locked-in-transaction")
          .title("A transaction that locks several tables one by one ends in deadlocks")
          .severity(Severity.WARNING)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              Until it gets the lock on the second table the transaction keeps the first one locked, and \
              waits for everybody who uses the second. One of them may need the first table next: a \
              deadlock, in which the server gives up either the migration or the application's \
              transaction.""")
          .instead(
              """
              One table per transaction: a changeset or file for each. What is new may go with any of \
              them.""")
          .exempt(
              "A statement that takes long, drops something, or locks several tables by itself, and foreign keys alone: other rules tell.",
              "Tables that are new in the same changeset or deploy, or temporary.",
              "Each transaction is reported once, at the statement that locks its second table.")
          .documentation(
              "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS")
          .build();

  /**
   * The statement of a transaction that locks its second table.
   *
   * @param place its place among the statements of the transaction
   * @param kept the table that is locked already
   */
  private record SecondLock(int place, ObjectName kept, ObjectName next) {
    /** Empty also where the two are locked by foreign keys: another rule tells. */
    static Optional<SecondLock> in(List<PlacedStatement> transaction) {
      Optional<ObjectName> first = Optional.empty();
      int keys = 0;
      for (int place = 0; place < transaction.size(); place++) {
        PlacedStatement placed = transaction.get(place);
        Optional<ObjectName> table = table(placed);
        if (table.isEmpty() || table.equals(first)) {
          continue;
        }
        keys += AddedForeignKey.in(placed.statement()).size();
        if (first.isPresent()) {
          return keys > 1
              ? Optional.empty()
              : Optional.of(new SecondLock(place, first.get(), table.get()));
        }
        first = table;
      }
      return Optional.empty();
    }
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    context
        .inTransaction(SecondLock.class, SecondLock::in)
        .filter(second -> second.place() == context.earlierInTransaction().size())
        .ifPresent(second -> report(second, context));
  }

  /** The only table that the statement locks for a moment. */
  private static Optional<ObjectName> table(PlacedStatement placed) {
    boolean othersTell = placed.statement() instanceof Drop;
    if (othersTell) {
      return Optional.empty();
    }
    List<ObjectName> tables =
        HeldLocks.of(placed).stream().map(LockEffect::relation).distinct().toList();
    return tables.size() == 1 ? Optional.of(tables.get(0)) : Optional.empty();
  }

  private static void report(SecondLock second, RuleContext context) {
    context
        .finding(
            "The transaction waits for its lock on "
                + second.next().name()
                + " while it keeps "
                + second.kept().name()
                + " locked")
        .on(second.next())
        .fix(fix(context))
        .report();
  }

  private static Optional<OnlineForm> fix(RuleContext context) {
    return context.placed().nesting() == PlacedStatement.Nesting.NONE
        ? Optional.of(
            OnlineForm.safe(
                OnlineStep.inTransaction(
                    context.placed().text(), "in a changeset or file of its own")))
        : Optional.empty();
  }
}
