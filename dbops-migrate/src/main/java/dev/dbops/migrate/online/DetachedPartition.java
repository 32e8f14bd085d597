package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.QualifiedName;

/** A partition that is detached while its table is read and written. */
public final class DetachedPartition {
  /** The oldest major version that detaches concurrently. */
  public static final int OLDEST_VERSION = 14;

  private DetachedPartition() {}

  /**
   * The same with {@code CONCURRENTLY}.
   *
   * @param text the text that the statement's spans refer to
   */
  public static OnlineForm concurrently(AlterTable statement, String text) {
    return OnlineForm.safe(
        OnlineStep.outsideTransaction(statement.span().of(text) + " CONCURRENTLY", ""));
  }

  static OnlineStep concurrently(TableState parent, QualifiedName partition, SchemaState before) {
    return OnlineStep.outsideTransaction(
        "ALTER TABLE "
            + Neighbour.of(partition, before).sql(parent.name())
            + " DETACH PARTITION "
            + partition.text()
            + " CONCURRENTLY",
        "reads and writes of the partitioned table go on");
  }
}
