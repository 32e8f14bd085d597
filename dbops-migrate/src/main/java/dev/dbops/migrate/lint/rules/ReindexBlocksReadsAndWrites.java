package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.FindingDraft;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.ConcurrentIndex;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Reindex;
import java.util.Optional;

/** {@code REINDEX} without {@code CONCURRENTLY}. */
public final class ReindexBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("reindex-blocks-reads-and-writes")
          .title("Rebuilding an index blocks writes to the table, and nearly all reads")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.SHARE, Work.INDEX_BUILD)
          .why(
              """
              REINDEX holds a SHARE lock on the table for the whole build, so that every INSERT, UPDATE \
              and DELETE waits, and an ACCESS EXCLUSIVE lock on the index. The planner looks at all \
              indexes of a table: every query of it waits as well, unless its plan is cached.""")
          .instead(
              """
              Rebuild with CONCURRENTLY (PostgreSQL 12), outside a transaction. Before 12, and for the \
              system catalogs, there is no such form: build a second index concurrently and drop the \
              old one, or rebuild in a maintenance window.""")
          .exempt(
              "The table is created in the same changeset or deploy.", "The table is temporary.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof Reindex reindex
        && !reindex.concurrently()
        && !RefusedStatement.isInTransaction(context)) {
      Optional<TableState> table = tableOf(reindex, context);
      if (table.filter(context.schema()::isNew).isEmpty()) {
        report(reindex, table, context);
      }
    }
  }

  private static Optional<TableState> tableOf(Reindex reindex, RuleContext context) {
    return reindex
        .target()
        .flatMap(
            target ->
                switch (reindex.kind()) {
                  case INDEX -> context.schema().tableOfIndex(target);
                  case TABLE -> context.schema().table(target);
                  default -> Optional.empty();
                });
  }

  private static void report(Reindex reindex, Optional<TableState> table, RuleContext context) {
    String blocked =
        switch (reindex.kind()) {
          case INDEX -> table.map(each -> each.name().name()).orElse("its table");
          case TABLE -> reindex.target().map(QualifiedName::text).orElse("the table");
          default -> "one table after the other";
        };
    FindingDraft finding =
        context.finding("REINDEX blocks reads and writes of " + blocked + " until it is done");
    table.ifPresent(each -> finding.on(each.name()));
    finding.fix(ConcurrentIndex.reindex(reindex, context.statementContext())).report();
  }
}
