package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.PartitionedIndex;
import dev.dbops.migrate.sql.CreateIndex;
import java.util.List;

/** {@code CREATE INDEX} on a partitioned table. */
public final class PartitionedIndexBlocksWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("partitioned-index-blocks-writes")
          .title("Building an index of a partitioned table blocks writes to all its partitions")
          .severity(Severity.ERROR)
          .blocks(Blocks.WRITES)
          .lock(LockMode.SHARE, Work.INDEX_BUILD)
          .why(
              """
              CREATE INDEX on a partitioned table builds an index of each partition, one after the \
              other, and holds a SHARE lock on all of them until the last one is done. The server \
              refuses CONCURRENTLY there.""")
          .instead(
              """
              Create the index ON ONLY the partitioned table, build one concurrently on each partition, \
              and attach them: with the last one the index of the partitioned table becomes valid. \
              Partitions that are made meanwhile get their part by themselves.""")
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The index is created ON ONLY the partitioned table.",
              "Every partition has such an index already.")
          .documentation(
              "https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof CreateIndex create
        && !create.concurrently()
        && !create.only()
        && !context.isNew(create.table())
        && context
            .schema()
            .table(create.table())
            .filter(table -> table.isPartitioned() && !hasAllParts(table, context))
            .isPresent()) {
      context
          .finding(
              "CREATE INDEX blocks writes to "
                  + create.table().text()
                  + " and all its partitions until each has its index")
          .on(create.table())
          .fix(PartitionedIndex.create(create, context.statementContext()))
          .report();
    }
  }

  /** Whether every partition has an index that the server takes for its part of the new one. */
  private static boolean hasAllParts(TableState table, RuleContext context) {
    List<TableState> partitions = context.schema().partitions(table);
    return !partitions.isEmpty()
        && partitions.stream()
            .allMatch(
                partition ->
                    partition.isPartitioned()
                        ? hasAllParts(partition, context)
                        : context
                            .schemaAfter()
                            .table(partition.id())
                            .filter(
                                after ->
                                    after.indexes().keySet().equals(partition.indexes().keySet()))
                            .isPresent());
  }
}
