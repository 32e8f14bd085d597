package dev.dbops.migrate.observe;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lock.LockMode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The second session, which looks at others. It reads {@code pg_locks} and {@code
 * pg_blocking_pids}, for which a role needs no privilege.
 */
final class Observer implements AutoCloseable {
  private final Connection connection;

  private Observer(Connection connection) {
    this.connection = connection;
  }

  static Observer open(DataSource dataSource) throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.setAutoCommit(true);
    return new Observer(connection);
  }

  Relations relations() throws SQLException {
    return Relations.seenBy(connection);
  }

  /** The locks of a backend on what this session sees, at this moment. */
  Phase phase(int pid) throws SQLException {
    String sql =
        """
        SELECT n.nspname, c.relname, c.relkind, tn.nspname, t.relname, l.mode, l.granted,
               l.locktype IN ('virtualxid', 'transactionid') AS of_transaction
          FROM pg_locks l
          LEFT JOIN (pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND %s)
            ON l.locktype = 'relation' AND c.oid = l.relation
           AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          LEFT JOIN pg_index i ON i.indexrelid = c.oid
          LEFT JOIN (pg_class t JOIN pg_namespace tn ON tn.oid = t.relnamespace)
            ON t.oid = CASE WHEN i.indexrelid IS NULL THEN c.oid
                            WHEN i.indislive THEN i.indrelid END
         WHERE l.pid = ? AND (c.oid IS NOT NULL OR NOT l.granted)
        """
            .formatted(Relations.OF_USERS);
    Set<ObservedLock> held = new HashSet<>();
    Set<ObservedLock> awaited = new HashSet<>();
    boolean awaitsTransactions = false;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, pid);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          if (row.getString(1) == null) {
            awaitsTransactions |= row.getBoolean(8);
          } else {
            (row.getBoolean(7) ? held : awaited).add(lock(row));
          }
        }
      }
    }
    return new Phase(held, awaited, awaitsTransactions);
  }

  private static ObservedLock lock(ResultSet row) throws SQLException {
    return new ObservedLock(
        new ObjectName(row.getString(1), row.getString(2)),
        RelationKind.of(row.getString(3)),
        row.getString(4) == null
            ? Optional.empty()
            : Optional.of(new ObjectName(row.getString(4), row.getString(5))),
        LockMode.fromPgLocks(row.getString(6)));
  }

  /**
   * The backends that this one waits for, whether they hold the lock or come first in its queue.
   */
  Set<Integer> blockersOf(int pid) throws SQLException {
    // The server paces whoever asks again and again.
    try (PreparedStatement query =
        connection.prepareStatement("SELECT pg_blocking_pids(?), pg_sleep(0.001)")) {
      query.setInt(1, pid);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        Array pids = row.getArray(1);
        return Arrays.stream((Integer[]) pids.getArray()).collect(Collectors.toSet());
      }
    }
  }

  /** Whether the backend holds a lock on {@code pg_class} in SHARE mode, or waits for it. */
  boolean isAtCatalog(int pid) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT count(*) > 0, pg_sleep(0.001) FROM pg_locks
             WHERE pid = ? AND relation = 'pg_catalog.pg_class'::regclass AND mode = 'ShareLock'
            """)) {
      query.setInt(1, pid);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Whether this role may lock {@code pg_class}, as superusers may. */
  boolean mayLockCatalog() throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT has_table_privilege('pg_catalog.pg_class', 'UPDATE')");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** Asks the backend to give up what it does. */
  void cancel(int pid) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT pg_cancel_backend(?)")) {
      query.setInt(1, pid);
      query.execute();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
