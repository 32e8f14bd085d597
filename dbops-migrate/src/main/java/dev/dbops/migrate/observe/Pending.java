package dev.dbops.migrate.observe;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** A statement that runs in another thread, where it may wait. */
final class Pending<T> {
  private final int pid;
  private final Future<T> future;

  private Pending(int pid, Future<T> future) {
    this.pid = pid;
    this.future = future;
  }

  static <T> Pending<T> start(ExecutorService threads, int pid, Callable<T> statement) {
    return new Pending<>(pid, threads.submit(statement));
  }

  boolean isDone() {
    return future.isDone();
  }

  /**
   * Its result; waits for it.
   *
   * @throws SQLException if the server refused it
   */
  T result() throws SQLException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("Interrupted while a statement was running", e);
    }
  }

  /** Gives it up, whether it is done or not. */
  void abandon(Observer observer) throws SQLException {
    if (!isDone()) {
      observer.cancel(pid);
    }
    try {
      result();
    } catch (SQLException e) {
      // Nobody waits for its result any more.
    }
  }
}
