package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.DetachPartition;
import dev.dbops.migrate.sql.AlterType;
import dev.dbops.migrate.sql.Cluster;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.LaterSyntax;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.OtherStatement;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Reindex;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Vacuum;
import java.util.Optional;

/** Which statements the server refuses to run inside a transaction block. */
public final class TransactionBlock {
  /** The oldest major version that adds a label to an enum inside a transaction block. */
  public static final int ADDS_ENUM_VALUE = 12;

  /** The oldest major version that rebuilds the indexes of all partitions at once. */
  public static final int REINDEXES_PARTITIONED = 14;

  private static final int CLUSTERS_PARTITIONED = 15;

  private TransactionBlock() {}

  /**
   * Whether the server answers "cannot run inside a transaction block"; not where its version is
   * too old to understand the statement at all.
   *
   * @param version the server's major version
   * @see <a href="https://www.postgresql.org/docs/current/sql-begin.html">BEGIN</a>, and the notes
   *     of each statement
   */
  public static boolean refuses(Statement statement, int version) {
    if (LaterSyntax.isRefused(statement, version)) {
      return false;
    }
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
      return alter.actions(DetachPartition.class).stream().anyMatch(DetachPartition::concurrently);
    }
    if (statement instanceof AlterType type) {
      return type.kind() == AlterType.Kind.ADD_VALUE && version < ADDS_ENUM_VALUE;
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

  /**
   * As {@link #refuses(Statement, int)}, with what only the schema tells: rebuilding the indexes of
   * a partitioned table or clustering it takes a transaction for each partition.
   */
  public static boolean refuses(Statement statement, SchemaState schema, int version) {
    if (statement instanceof Reindex reindex
        && version >= REINDEXES_PARTITIONED
        && reindex.target().isPresent()) {
      QualifiedName target = reindex.target().get();
      Optional<TableState> table =
          reindex.kind() == ObjectKind.INDEX ? schema.tableOfIndex(target) : schema.table(target);
      return refuses(statement, version) || isPartitioned(table);
    }
    if (statement instanceof Cluster cluster && version >= CLUSTERS_PARTITIONED) {
      return refuses(statement, version) || isPartitioned(cluster.table().flatMap(schema::table));
    }
    return refuses(statement, version);
  }

  private static boolean isPartitioned(Optional<TableState> table) {
    return table.filter(TableState::isPartitioned).isPresent();
  }

  /**
   * Whether Flyway knows that the statement cannot run in a transaction, and so runs its file
   * without one. It goes by the first words, and does not know {@code REINDEX TABLE CONCURRENTLY},
   * {@code DETACH PARTITION CONCURRENTLY} and {@code CLUSTER}.
   *
   * @see <a href="https://documentation.red-gate.com/flyway/flyway-concepts/migrations">Flyway's
   *     migrations</a>, mixed mode
   */
  public static boolean seenByFlyway(Statement statement, int version) {
    boolean refused = refuses(statement, version);
    if (statement instanceof Reindex reindex) {
      return refused
          && (reindex.kind() == ObjectKind.SCHEMA || reindex.kind() == ObjectKind.DATABASE);
    }
    return refused && !(statement instanceof AlterTable) && !(statement instanceof Cluster);
  }
}
