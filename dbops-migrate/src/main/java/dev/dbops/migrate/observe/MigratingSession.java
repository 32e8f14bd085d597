package dev.dbops.migrate.observe;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;

/** The session that runs the statements to be observed. */
final class MigratingSession implements AutoCloseable {
  private final Connection connection;
  private final int pid;

  /** What running a statement came to. */
  record Run(Notices notices, Duration duration, Optional<Refusal> refusal) {}

  private MigratingSession(Connection connection, int pid) {
    this.connection = connection;
    this.pid = pid;
  }

  static MigratingSession open(DataSource dataSource) throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.setAutoCommit(true);
    MigratingSession session = new MigratingSession(connection, Backend.pid(connection));
    session.run("SET client_min_messages = debug1");
    return session;
  }

  int pid() {
    return pid;
  }

  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  Optional<Refusal> commit() throws SQLException {
    try {
      connection.commit();
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(Refusal.of(e));
    } finally {
      connection.setAutoCommit(true);
    }
  }

  void rollback() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  Run run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      long start = System.nanoTime();
      Optional<Refusal> refusal = execute(statement, sql);
      Duration duration = Duration.ofNanos(System.nanoTime() - start);
      return new Run(notices(statement), duration, refusal);
    }
  }

  Pending<Run> start(String sql, ExecutorService threads) {
    return Pending.start(threads, pid, () -> run(sql));
  }

  private static Optional<Refusal> execute(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(Refusal.of(e));
    }
  }

  private static Notices notices(Statement statement) throws SQLException {
    List<String> messages = new ArrayList<>();
    for (SQLWarning warning = statement.getWarnings();
        warning != null;
        warning = warning.getNextWarning()) {
      messages.add(String.valueOf(warning.getMessage()));
    }
    return new Notices(messages);
  }

  Relations relations() throws SQLException {
    return Relations.seenBy(connection);
  }

  /** The oids of the tables that have a foreign key of one of these names. */
  Set<Long> tablesWithKeys(List<String> names) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT conrelid FROM pg_constraint WHERE contype = 'f' AND conname = ANY (?)")) {
      query.setArray(1, connection.createArrayOf("text", names.toArray()));
      Set<Long> oids = new HashSet<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          oids.add(row.getLong(1));
        }
      }
      return oids;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
