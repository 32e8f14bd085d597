package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.PartitionedIndex;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.Statement;
import java.util.Optional;

/** {@code CONCURRENTLY} for an index of a partitioned table. */
public final class ConcurrentlyOnPartitionedTable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("concurrently-on-partitioned-table")
          .title("The server refuses CONCURRENTLY for the index of a partitioned table")
          .severity(Severity.ERROR)
          .blocks(Blocks.MIGRATION)
          .why(
              """
              An index of a partitioned table is one of each partition. The server can build or drop \
              one index concurrently, not all of them together, and answers with an error. REINDEX \
              CONCURRENTLY goes through the partitions since version 14.""")
          .instead(
              """
              Create the index ON ONLY the partitioned table, build one concurrently on each partition, \
              and attach them. Drop it without CONCURRENTLY, under a lock_timeout.""")
          .documentation(
              "https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    Statement statement = context.statement();
    RefusedStatement.partitionedTable(context)
        .ifPresent(
            table ->
                context
                    .finding(
                        "The server refuses CONCURRENTLY: "
                            + table.name().name()
                            + " is partitioned")
                    .on(table.name())
                    .fix(fix(statement, context))
                    .report());
  }

  private static Optional<OnlineForm> fix(Statement statement, RuleContext context) {
    return statement instanceof CreateIndex create
        ? PartitionedIndex.create(create, context.statementContext())
        : Optional.empty();
  }
}
