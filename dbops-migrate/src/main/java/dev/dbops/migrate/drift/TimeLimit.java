package dev.dbops.migrate.drift;

import dev.dbops.migrate.error.DbopsException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Ends work on a database after some time, whatever it is waiting for: the caller goes on, what the
 * server is doing is cancelled, and the connections that the work has opened are aborted. A server
 * does not notice by itself that nobody waits for its answer any more.
 */
final class TimeLimit {
  private final Duration limit;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final Set<Statement> statements = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

  private TimeLimit(Duration limit) {
    this.limit = limit;
  }

  /**
   * Works in a thread of its own.
   *
   * @throws DbopsException if it takes longer; whatever the work throws otherwise
   */
  static <R> R within(Duration limit, DataSource database, Function<DataSource, R> work) {
    return new TimeLimit(limit).call(database, work);
  }

  private <R> R call(DataSource database, Function<DataSource, R> work) {
    FutureTask<R> task = new FutureTask<>(() -> work.apply(watched(DataSource.class, database)));
    Thread thread = new Thread(task, "dbops-drift");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw stopped(task, "took longer than " + limit.toMillis() + " ms", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw stopped(task, "was interrupted", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private DbopsException stopped(FutureTask<?> task, String why, Exception cause) {
    over = true;
    task.cancel(true);
    for (Statement statement : statements) {
      attempt(statement::cancel, cause);
    }
    for (Connection connection : connections) {
      attempt(() -> connection.abort(Runnable::run), cause);
    }
    return new DbopsException(
        "The comparison of the database with its migrations " + why + ", and was given up",
        "give it more time, or see what keeps the server busy",
        cause);
  }

  private interface Ending {
    void run() throws SQLException;
  }

  private static void attempt(Ending ending, Exception cause) {
    try {
      ending.run();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** The same, of which is remembered what has to be ended. */
  private <T> T watched(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return remembered(method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private @Nullable Object remembered(@Nullable Object result) throws SQLException {
    if (result instanceof Connection connection) {
      connections.add(connection);
      if (over) {
        connection.abort(Runnable::run);
      }
      return watched(Connection.class, connection);
    }
    if (result instanceof Statement statement) {
      statements.add(statement);
    }
    return result;
  }
}
