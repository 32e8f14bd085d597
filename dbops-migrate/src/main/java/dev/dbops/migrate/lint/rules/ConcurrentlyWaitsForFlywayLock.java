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

/** An index built without blocking, under a Flyway that sits in a transaction meanwhile. */
public final class ConcurrentlyWaitsForFlywayLock implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("concurrently-waits-for-flyway-lock")
          .title("A concurrent index build waits for Flyway's own lock, which waits for the build")
          .severity(Severity.ERROR)
          .blocks(Blocks.MIGRATION)
          .why(
              """
              Since 9.1 Flyway holds its lock in a transaction of a second session while migrations \
              run. CREATE INDEX CONCURRENTLY and REINDEX CONCURRENTLY wait for every transaction with \
              an older snapshot, so also for that one, and it ends only after the migration: both \
              wait forever, no deadlock is detected, and an invalid index is left behind when somebody \
              stops them. Tables that are new or empty make no difference.""")
          .instead(
              """
              Let Flyway lock by its session: flyway.postgresql.transactional.lock=false in \
              flyway.conf, spring.flyway.postgresql.transactional-lock=false in Spring Boot. Then tell \
              dbops so: transactionalLock: false. executeInTransaction=false in the script's .conf \
              file does not help: it says how the script runs, not how Flyway locks.""")
          .exempt(
              "dbops has been told that Flyway's transactional lock is off.",
              "DROP INDEX, DETACH PARTITION and REFRESH MATERIALIZED VIEW: their CONCURRENTLY forms do not wait for it.",
              "The server refuses the statement where it stands.",
              "Each file is reported once, at its first such statement.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.isBesideTransaction()
        && waitsForSnapshots(context.statement())
        && !RefusedStatement.isInTransaction(context)
        && RefusedStatement.partitionedTable(context).isEmpty()
        && context.earlier().stream()
            .map(PlacedStatement::statement)
            .noneMatch(ConcurrentlyWaitsForFlywayLock::waitsForSnapshots)) {
      context
          .finding(
              words(context.statement())
                  + " waits forever for the transaction in which Flyway holds its lock: set"
                  + " flyway.postgresql.transactional.lock=false")
          .report();
    }
  }

  private static boolean waitsForSnapshots(Statement statement) {
    return statement instanceof CreateIndex create && create.concurrently()
        || statement instanceof Reindex reindex && reindex.concurrently();
  }

  private static String words(Statement statement) {
    return statement instanceof Reindex ? "REINDEX CONCURRENTLY" : "CREATE INDEX CONCURRENTLY";
  }
}
