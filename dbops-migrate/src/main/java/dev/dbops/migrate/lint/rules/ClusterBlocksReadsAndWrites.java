package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.FindingDraft;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.sql.Cluster;
import dev.dbops.migrate.sql.QualifiedName;

/** {@code CLUSTER}. */
public final class ClusterBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("cluster-blocks-reads-and-writes")
          .title("CLUSTER blocks reads and writes while it writes the table anew")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.REWRITE)
          .why(
              """
              CLUSTER copies the table in the order of an index and builds all its indexes again under \
              an ACCESS EXCLUSIVE lock: nobody reads or writes meanwhile. The order fades again with \
              every row that is written later.""")
          .instead(
              """
              The server has no online form before PostgreSQL 19, where REPACK (CONCURRENTLY) is one. Use \
              pg_repack or pg_squeeze, or accept it in a maintenance window. An index that carries the \
              columns of the query (INCLUDE) often does what the order was meant for.""")
          .exempt(
              "The table is created in the same changeset or deploy.",
              "It stands in a transaction, where the server refuses it: refused-in-transaction tells.")
          .documentation("https://www.postgresql.org/docs/current/sql-cluster.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof Cluster cluster
        && cluster.table().filter(context::isNew).isEmpty()
        && !RefusedStatement.isInTransaction(context)) {
      String blocked = cluster.table().map(QualifiedName::text).orElse("one table after the other");
      FindingDraft finding =
          context.finding(
              "CLUSTER blocks reads and writes of " + blocked + " until it is written anew");
      cluster.table().ifPresent(finding::on);
      finding.report();
    }
  }
}
