package dev.dbops.migrate.observe;

import dev.dbops.migrate.error.DbopsException;
import java.sql.SQLException;
import java.time.Duration;

/** Bounds the time for which a condition on the server is waited for. */
record Deadline(Duration patience) {
  /** A question to the server; the server paces its repetition. */
  interface Condition {
    boolean holds() throws SQLException;
  }

  void await(String what, Condition condition) throws SQLException {
    long start = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new DbopsException(
            "Waited %d s in vain for %s".formatted(patience.toSeconds(), what),
            "see what blocks it: SELECT pid, pg_blocking_pids(pid), query FROM pg_stat_activity");
      }
    }
  }
}
