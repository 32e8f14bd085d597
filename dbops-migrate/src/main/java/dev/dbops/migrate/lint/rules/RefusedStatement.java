package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lock.TransactionBlock;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.LaterSyntax;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.Reindex;
import dev.dbops.migrate.sql.Statement;
import java.util.Optional;

/** A statement that the server refuses where it stands; such a one blocks nobody. */
final class RefusedStatement {
  private RefusedStatement() {}

  /** Whether it cannot run in the transaction, block or function that it stands in. */
  static boolean isInTransaction(RuleContext context) {
    boolean inTransaction =
        context.placed().nesting() != PlacedStatement.Nesting.NONE
            || context.placed().inTransactionBlock();
    return inTransaction
        && TransactionBlock.refuses(context.statement(), context.schema(), context.targetVersion());
  }

  /** The partitioned table whose index it cannot build or drop {@code CONCURRENTLY}. */
  static Optional<TableState> partitionedTable(RuleContext context) {
    return concurrentlyOn(context.statement(), context).filter(TableState::isPartitioned);
  }

  private static Optional<TableState> concurrentlyOn(Statement statement, RuleContext context) {
    SchemaState schema = context.schema();
    if (statement instanceof CreateIndex create && create.concurrently()) {
      return schema.table(create.table());
    }
    if (statement instanceof Drop drop && drop.kind() == ObjectKind.INDEX && drop.concurrently()) {
      return drop.names().stream().findFirst().flatMap(schema::tableOfIndex);
    }
    if (statement instanceof Reindex reindex
        && reindex.kind() == ObjectKind.INDEX
        && reindex.concurrently()
        && !LaterSyntax.isRefused(reindex, context.targetVersion())
        && context.targetVersion() < TransactionBlock.REINDEXES_PARTITIONED) {
      return reindex.target().flatMap(schema::tableOfIndex);
    }
    return Optional.empty();
  }
}
