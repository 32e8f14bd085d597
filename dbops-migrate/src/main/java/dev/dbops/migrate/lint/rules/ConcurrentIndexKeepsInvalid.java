package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.online.ConcurrentIndex;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.Name;

/** {@code CREATE INDEX CONCURRENTLY IF NOT EXISTS}. */
public final class ConcurrentIndexKeepsInvalid implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("concurrent-index-keeps-invalid")
          .title("IF NOT EXISTS takes the invalid index of a failed build for the real one")
          .severity(Severity.WARNING)
          .blocks(Blocks.MIGRATION)
          .why(
              """
              A concurrent build that fails, by a duplicate, a deadlock or a timeout, leaves an invalid \
              index behind. On the next try IF NOT EXISTS finds it and does nothing: the migration \
              succeeds, queries never use the index, and every write goes on maintaining it.""")
          .instead(
              """
              Drop what a try before may have left, then build without IF NOT EXISTS. To find \
              leftovers: SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid.""")
          .exempt("The table is created in the same changeset or deploy.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof CreateIndex create
        && create.concurrently()
        && create.ifNotExists()
        && !context.isNew(create.table())) {
      String index = create.name().map(Name::text).orElse("the index");
      context
          .finding(
              "If a build of " + index + " failed before, IF NOT EXISTS keeps its invalid leftover")
          .on(create.table())
          .fix(ConcurrentIndex.createAfresh(create, context.statementContext()))
          .report();
    }
  }
}
