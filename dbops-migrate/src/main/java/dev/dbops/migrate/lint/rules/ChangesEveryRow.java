package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.FindingDraft;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.BatchedChange;
import dev.dbops.migrate.sql.Delete;
import dev.dbops.migrate.sql.Insert;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Select;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Update;
import java.util.List;
import java.util.Optional;

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
    if (!context.runsNow() || LaterWork.of(context).isPresent()) {
      return;
    }
    Statement whole = context.statement();
    check(whole, context)
        .ifPresent(
            report -> report.fix(BatchedChange.of(whole, context.statementContext())).report());
    for (Statement part : modifying(whole)) {
      check(part, context).ifPresent(FindingDraft::report);
    }
  }

  private static Optional<FindingDraft> check(Statement statement, RuleContext context) {
    if (statement instanceof Update update) {
      return check(update, "UPDATE changes", update.table(), context);
    }
    return statement instanceof Delete delete
        ? check(delete, "DELETE removes", delete.table(), context)
        : Optional.empty();
  }

  private static Optional<FindingDraft> check(
      Statement statement, String change, QualifiedName table, RuleContext context) {
    if (context.isNew(table) || RowReach.of(statement, context.schema()) != RowReach.EVERY) {
      return Optional.empty();
    }
    return Optional.of(
        context
            .finding(
                statement.span(),
                change
                    + " every row of "
                    + table.text()
                    + ", and each stays locked until the transaction ends")
            .on(table));
  }

  /** What the {@code WITH} of a statement changes. */
  private static List<Statement> modifying(Statement statement) {
    if (statement instanceof Select select) {
      return select.modifying();
    } else if (statement instanceof Insert insert) {
      return insert.modifying();
    } else if (statement instanceof Update update) {
      return update.modifying();
    }
    return statement instanceof Delete delete ? delete.modifying() : List.of();
  }
}
