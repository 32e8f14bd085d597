package dev.dbops.migrate.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockModeTest {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  @PostgresTest
  void conflicts_as_two_sessions_of_the_server_do(ScratchDatabase db) throws SQLException {
    db.execute("CREATE TABLE orders ()");
    List<String> expected = new ArrayList<>();
    List<String> observed = new ArrayList<>();

    try (Connection one = db.connection();
        Connection other = db.connection()) {
      for (LockMode held : LockMode.values()) {
        for (LockMode wanted : LockMode.values()) {
          expected.add(held + " " + wanted + " " + held.conflictsWith(wanted));
          observed.add(held + " " + wanted + " " + conflict(one, held, other, wanted));
        }
      }
    }

    assertThat(observed).hasSize(64).isEqualTo(expected);
  }

  @PostgresTest
  void is_named_as_in_pg_locks(ScratchDatabase db) throws SQLException {
    db.execute("CREATE TABLE orders ()");

    try (Connection connection = db.connection()) {
      connection.setAutoCommit(false);
      for (LockMode mode : LockMode.values()) {
        lock(connection, mode, "");
        assertThat(heldOnOrders(connection)).containsExactly(mode);
        connection.rollback();
      }
    }
  }

  @Test
  void tells_who_waits() {
    assertThat(LockMode.values())
        .filteredOn(LockMode::blocksReads)
        .containsExactly(LockMode.ACCESS_EXCLUSIVE);
    assertThat(LockMode.values())
        .filteredOn(LockMode::blocksWrites)
        .containsExactly(
            LockMode.SHARE,
            LockMode.SHARE_ROW_EXCLUSIVE,
            LockMode.EXCLUSIVE,
            LockMode.ACCESS_EXCLUSIVE);
  }

  @Test
  void is_at_least_what_blocks_no_more() {
    assertThat(LockMode.ACCESS_EXCLUSIVE.isAtLeast(LockMode.SHARE)).isTrue();
    assertThat(LockMode.SHARE.isAtLeast(LockMode.SHARE)).isTrue();
    assertThat(LockMode.SHARE.isAtLeast(LockMode.ACCESS_EXCLUSIVE)).isFalse();
    assertThat(LockMode.SHARE.isAtLeast(LockMode.SHARE_UPDATE_EXCLUSIVE)).isFalse();
    assertThat(Arrays.stream(LockMode.values()).allMatch(LockMode.ACCESS_EXCLUSIVE::isAtLeast))
        .isTrue();
  }

  @Test
  void refuses_a_mode_that_is_none() {
    assertThatThrownBy(() -> LockMode.fromPgLocks("SIReadLock"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SIReadLock");
  }

  private static boolean conflict(Connection one, LockMode held, Connection other, LockMode wanted)
      throws SQLException {
    one.setAutoCommit(false);
    other.setAutoCommit(false);
    try {
      lock(one, held, "");
      lock(other, wanted, " NOWAIT");
      return false;
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo(LOCK_NOT_AVAILABLE);
      return true;
    } finally {
      one.rollback();
      other.rollback();
    }
  }

  private static void lock(Connection connection, LockMode mode, String option)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE orders IN " + mode.sql() + " MODE" + option);
    }
  }

  private static List<LockMode> heldOnOrders(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT mode FROM pg_locks
                 WHERE pid = pg_backend_pid() AND relation = 'orders'::regclass::oid
                """)) {
      List<LockMode> modes = new ArrayList<>();
      while (rows.next()) {
        modes.add(LockMode.fromPgLocks(rows.getString(1)));
      }
      return modes;
    }
  }
}
