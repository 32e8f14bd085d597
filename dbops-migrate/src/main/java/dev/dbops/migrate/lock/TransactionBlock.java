package dev.dbops.migrate.lock;

import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.AlterType;
import dev.dbops.migrate.sql.Cluster;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.OtherStatement;
import dev.dbops.migrate.sql.Reindex;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Vacuum;

/** Which statements the server refuses to run inside a transaction block. */
public final class TransactionBlock {
  private TransactionBlock() {}

  /**
   * Whether the server answers "cannot run inside a transaction block".
   *
   * @param version the server's major version
   * @see <a href="https://www.postgresql.org/docs/current/sql-begin.html">BEGIN</a>, and the notes
   *     of each statement
   */
  public static boolean refuses(Statement statement, int version) {
    if (statement instanceof CreateIndex create) {
      return create.concurrently();
    }
    if (statement instanceof Drop drop) {
      return drop.concurrently()
          || drop.kind() == ObjectKind.DATABASE
          || drop.kind() == ObjectKind.TABLESPACE;
    }
    if (statement instanceof Reindex reindex) {
      return reindex.concurrently()
          || reindex.kind() == ObjectKind.SCHEMA
          || reindex.kind() == ObjectKind.DATABASE;
    }
    if (statement instanceof AlterTable alter) {
      return alter.actions().stream()
          .anyMatch(
              action ->
                  action instanceof AlterTableAction.DetachPartition detach
                      && detach.concurrently());
    }
    if (statement instanceof AlterType type) {
      return type.kind() == AlterType.Kind.ADD_VALUE && version < 12;
    }
    if (statement instanceof Cluster cluster) {
      return cluster.table().isEmpty();
    }
    if (statement instanceof OtherStatement other) {
      return switch (other.command()) {
        case "CREATE DATABASE", "CREATE TABLESPACE", "ALTER SYSTEM" -> true;
        default -> false;
      };
    }
    return statement instanceof Vacuum;
  }
}
