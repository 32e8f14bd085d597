package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * What a session that holds a lock as Flyway does means for the statements that Flyway runs in
 * another one.
 */
class FlywayLockTruthTest {
  private static final String TABLE =
      "CREATE TABLE t (a int); CREATE INDEX old ON t (a); INSERT INTO t VALUES (1)";

  @PostgresTest
  void a_concurrent_build_waits_for_the_transaction_of_the_lock(ScratchDatabase db)
      throws SQLException {
    assertWaits("CREATE INDEX CONCURRENTLY i ON t (a)", db);
  }

  @PostgresTest(from = 12)
  void a_concurrent_rebuild_waits_for_the_transaction_of_the_lock(ScratchDatabase db)
      throws SQLException {
    assertWaits("REINDEX INDEX CONCURRENTLY old", db);
  }

  @PostgresTest
  void a_concurrent_drop_does_not_wait(ScratchDatabase db) throws SQLException {
    db.execute(TABLE);

    try (Connection holder = db.connection()) {
      holder.setAutoCommit(false);
      lock("SELECT pg_try_advisory_xact_lock(1)", holder);

      run("DROP INDEX CONCURRENTLY old", db).orTimeout(1, TimeUnit.MINUTES).join();

      assertThat(number("SELECT count(*) FROM pg_class WHERE relname = 'old'", db)).isZero();
    }
  }

  @PostgresTest
  void a_concurrent_build_does_not_wait_for_a_lock_of_the_session(ScratchDatabase db)
      throws SQLException {
    db.execute(TABLE);

    try (Connection holder = db.connection()) {
      lock("SELECT pg_try_advisory_lock(1)", holder);

      run("CREATE INDEX CONCURRENTLY i ON t (a)", db).orTimeout(1, TimeUnit.MINUTES).join();

      assertThat(valid("i", db)).isOne();
    }
  }

  private static void assertWaits(String sql, ScratchDatabase db) throws SQLException {
    db.execute(TABLE);
    String index = sql.contains(" old") ? "old" : "i";

    try (Connection holder = db.connection()) {
      holder.setAutoCommit(false);
      int pid = lock("SELECT pg_try_advisory_xact_lock(1)", holder);
      CompletableFuture<Void> migration = run(sql, db);

      awaitBlocked(pid, migration, db);
      holder.rollback();
      migration.orTimeout(1, TimeUnit.MINUTES).join();
    }

    assertThat(valid(index, db)).isOne();
  }

  /** Returns the session that holds the lock; a prepared query leaves its snapshot open. */
  private static int lock(String sql, Connection holder) throws SQLException {
    int pid;
    try (Statement statement = holder.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      pid = row.getInt(1);
    }
    try (PreparedStatement statement = holder.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      assertThat(row.getBoolean(1)).isTrue();
    }
    return pid;
  }

  private static CompletableFuture<Void> run(String sql, ScratchDatabase db) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            db.execute(sql);
          } catch (SQLException e) {
            throw new CompletionException(e);
          }
        });
  }

  private static void awaitBlocked(
      int holder, CompletableFuture<Void> migration, ScratchDatabase db) throws SQLException {
    String blocked =
        "SELECT count(*) FROM pg_locks WHERE locktype = 'virtualxid' AND NOT granted AND "
            + holder
            + " = ANY (pg_blocking_pids(pid))";
    while (number(blocked, db) == 0) {
      assertThat(migration).as("the migration").isNotDone();
    }
  }

  private static long valid(String index, ScratchDatabase db) throws SQLException {
    return number(
        "SELECT count(*) FROM pg_index WHERE indisvalid AND indexrelid = '" + index + "'::regclass",
        db);
  }

  private static long number(String query, ScratchDatabase db) throws SQLException {
    try (Connection connection = db.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
