package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.ConcurrentRefresh;
import dev.dbops.migrate.sql.RefreshMaterializedView;

/** {@code REFRESH MATERIALIZED VIEW} without {@code CONCURRENTLY}. */
public final class RefreshMaterializedViewBlocksReads implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("refresh-materialized-view-blocks-reads")
          .title("Refreshing a materialized view blocks its readers while the query runs")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.REWRITE)
          .why(
              """
              REFRESH MATERIALIZED VIEW holds an ACCESS EXCLUSIVE lock on the view for as long as its \
              query takes and its indexes are built again: everybody who reads it waits.""")
          .instead(
              """
              Refresh it with CONCURRENTLY, also inside a transaction: readers go on with the old rows, \
              and only other refreshes wait. That needs a unique index on columns of the view, without \
              WHERE; build it concurrently.""")
          .exempt(
              "The view is created in the same changeset or deploy.",
              "It is refreshed WITH NO DATA, which runs no query.",
              "It stands in a function or procedure: nobody waits until somebody calls that.")
          .documentation("https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof RefreshMaterializedView refresh
        && !refresh.concurrently()
        && refresh.withData()
        && context.runsNow()
        && !context.isNew(refresh.view())) {
      context
          .finding(
              "Refreshing "
                  + refresh.view().text()
                  + " blocks its readers for as long as its query takes")
          .on(refresh.view())
          .fix(ConcurrentRefresh.of(refresh, context.statementContext()))
          .report();
    }
  }
}
