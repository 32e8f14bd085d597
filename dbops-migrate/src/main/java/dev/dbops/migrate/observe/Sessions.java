package dev.dbops.migrate.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Who takes part in an observation: the session that migrates, the one that looks at it, and those
 * that come and go.
 */
record Sessions(
    DataSource dataSource,
    MigratingSession migrating,
    Observer observer,
    ExecutorService threads,
    Deadline deadline,
    Deque<Connection> idle)
    implements AutoCloseable {

  static Sessions open(DataSource dataSource, Duration patience) throws SQLException {
    MigratingSession migrating = MigratingSession.open(dataSource);
    try {
      return new Sessions(
          dataSource,
          migrating,
          Observer.open(dataSource),
          Executors.newCachedThreadPool(Sessions::daemon),
          new Deadline(patience),
          new ArrayDeque<>());
    } catch (SQLException e) {
      migrating.close();
      throw e;
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "dbops-observed-session");
    thread.setDaemon(true);
    return thread;
  }

  /** One more session, which the caller closes. */
  Session another() throws SQLException {
    return Session.open(dataSource, idle);
  }

  /** The locks of the migrating session at this moment. */
  Phase phase() throws SQLException {
    return observer.phase(migrating.pid());
  }

  @Override
  public void close() throws SQLException {
    threads.shutdownNow();
    try (migrating;
        observer) {
      for (Connection connection : idle) {
        connection.close();
      }
    }
  }
}
