package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.QualifiedName;

/** A partition that is detached while its table is read and written. */
public final class DetachedPartition {
  /** The oldest major version that detaches concurrently. */
  public static final int OLDEST_VERSION = 14;

  private DetachedPartition() {}

  /** The same with {@code CONCURRENTLY}. */
  public static OnlineForm concurrently(AlterTable statement, StatementContext context) {
    return OnlineForm.safe(
        OnlineStep.outsideTransaction(context.text(statement.span()) + " CONCURRENTLY", ""));
  }

  static OnlineStep concurrently(
      TableState parent, QualifiedName partition, StatementContext context) {
    return OnlineStep.outsideTransaction(
        "ALTER TABLE "
            + Neighbour.of(partition, context.before()).sql(parent.name())
            + " DETACH PARTITION "
            + partition.text()
            + " CONCURRENTLY",
        "reads and writes of the partitioned table go on");
  }
}
