package dev.dbops.migrate.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;

/**
 * A session beside the migrating one, in a transaction that is always rolled back. Closing it does
 * that and keeps its connection for the next one.
 */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final int pid;
  private final Deque<Connection> idle;

  private Session(Connection connection, int pid, Deque<Connection> idle) {
    this.connection = connection;
    this.pid = pid;
    this.idle = idle;
  }

  static Session open(DataSource dataSource, Deque<Connection> idle) throws SQLException {
    Connection connection = idle.isEmpty() ? dataSource.getConnection() : idle.pop();
    connection.setAutoCommit(true);
    int pid = Backend.pid(connection);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
    return new Session(connection, pid, idle);
  }

  int pid() {
    return pid;
  }

  /** Has to come before the first statement. */
  void keepSnapshot() throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** Whether the server carried it out; if not, as if it had not been tried. */
  boolean tries(String sql) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try {
      run(sql);
      return true;
    } catch (SQLException e) {
      connection.rollback(savepoint);
      return false;
    }
  }

  Pending<Void> start(String sql, ExecutorService threads) {
    return Pending.start(
        threads,
        pid,
        () -> {
          run(sql);
          return null;
        });
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    idle.push(connection);
  }
}
