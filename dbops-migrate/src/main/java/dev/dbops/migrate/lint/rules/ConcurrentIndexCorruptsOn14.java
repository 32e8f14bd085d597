package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.Reindex;
import dev.dbops.migrate.sql.Statement;

/** Concurrent builds on the first minor versions of PostgreSQL 14. */
public final class ConcurrentIndexCorruptsOn14 implements Rule {
  private static final int CORRUPTING = 14;

  private static final RuleInfo INFO =
      RuleInfo.rule("concurrent-index-corrupts-on-14")
          .title(
              "PostgreSQL 14.0 to 14.3 may leave rows out of an index that is built concurrently")
          .severity(Severity.INFO)
          .blocks(Blocks.NOBODY)
          .why(
              """
              In 14.0 to 14.3 CREATE INDEX CONCURRENTLY and REINDEX CONCURRENTLY could miss rows that \
              were updated meanwhile. Queries through such an index do not see these rows, and a unique \
              index lets duplicates in. Version 14.4 mended it.""")
          .instead(
              """
              Run 14.4 or newer, and rebuild indexes that were built concurrently before; amcheck's \
              bt_index_check(index, true) finds the broken ones.""")
          .exempt("The target version is not 14.")
          .documentation("https://www.postgresql.org/docs/release/14.4/")
          .offByDefault()
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.targetVersion() == CORRUPTING
        && buildsConcurrently(context.statement())
        && context.earlier().stream()
            .map(PlacedStatement::statement)
            .noneMatch(ConcurrentIndexCorruptsOn14::buildsConcurrently)) {
      context
          .finding("On 14.0 to 14.3 the index may lack rows that are updated while it is built")
          .report();
    }
  }

  private static boolean buildsConcurrently(Statement statement) {
    return statement instanceof CreateIndex create && create.concurrently()
        || statement instanceof Reindex reindex && reindex.concurrently();
  }
}
