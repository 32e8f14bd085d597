package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.BatchedChange;
import dev.dbops.migrate.sql.Delete;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Update;

/** {@code UPDATE} or {@code DELETE} of all rows of a table in use. */
public final class ChangesEveryRow implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("changes-every-row")
          .title("Changing every row in one statement locks them all until it is committed")
          .severity(Severity.WARNING)
          .blocks(Blocks.WRITES)
          .lock(LockMode.ROW_EXCLUSIVE, Work.SCAN)
          .why(
              """
              Each row that the statement has reached stays locked until the transaction ends, so the \
              application's own changes of it wait. An UPDATE writes every row anew: the table doubles, \
              the write-ahead log and the replicas have to take it all at once, and no vacuum can clean \
              up meanwhile. If it fails near the end, all was for nothing.""")
          .instead(
              """
              Change a thousand rows at a time, in the order of the primary key, each batch in its own \
              transaction, outside the migration where it takes long. To empty a table, TRUNCATE it when \
              nobody uses it.""")
          .exempt(
              "The table is created in the same changeset or deploy, or is temporary.",
              "The statement has a condition that need not hold for every row.",
              "Another rule tells of a stronger lock that the transaction holds meanwhile.")
          .documentation(
              "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof Update update) {
      check("UPDATE changes", update.table(), context);
    } else if (context.statement() instanceof Delete delete) {
      check("DELETE removes", delete.table(), context);
    }
  }

  private static void check(String change, QualifiedName table, RuleContext context) {
    if (context.runsNow()
        && !context.isNew(table)
        && RowReach.of(context.statement(), context.schema()) == RowReach.EVERY
        && LaterWork.of(context).isEmpty()) {
      context
          .finding(
              change
                  + " every row of "
                  + table.text()
                  + ", and each stays locked until the transaction ends")
          .on(table)
          .fix(BatchedChange.of(context.statement(), context.statementContext()))
          .report();
    }
  }
}
