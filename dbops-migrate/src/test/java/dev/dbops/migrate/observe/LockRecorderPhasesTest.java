package dev.dbops.migrate.observe;

import static dev.dbops.migrate.observe.Shop.EVENTS;
import static dev.dbops.migrate.observe.Shop.EVENTS_1;
import static dev.dbops.migrate.observe.Shop.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What the server refuses inside a transaction block, since it commits on its way. */
class LockRecorderPhasesTest {
  @PostgresTest
  void sees_a_concurrent_index_wait_for_transactions_and_stop_nobody(ScratchDatabase db)
      throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed =
          recorder.observe("CREATE INDEX CONCURRENTLY by_customer ON orders (customer)");

      assertThat(observed.refusal()).isEmpty();
      assertThat(observed.inTransaction()).isFalse();
      assertThat(observed.phases())
          .allSatisfy(
              phase -> assertThat(names(phase)).contains("SHARE UPDATE EXCLUSIVE on public.orders"))
          .anyMatch(Phase::awaitsTransactions);
      assertThat(observed.modes(ORDERS)).containsExactly(LockMode.SHARE_UPDATE_EXCLUSIVE);
      assertThat(observed.stopsWriting()).isEmpty();
      assertThat(observed.scanned()).containsExactly(ORDERS);
      assertThat(observed.rewritten()).isEmpty();
      assertThat(observed.builtIndexes())
          .containsExactly(new BuiltIndex(ORDERS.sibling("by_customer"), ORDERS));
    }
  }

  @PostgresTest
  void sees_a_concurrent_drop_lock_an_index_that_nobody_uses_any_more(ScratchDatabase db)
      throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed = recorder.observe("DROP INDEX CONCURRENTLY orders_code");

      assertThat(observed.modes(ORDERS)).containsExactly(LockMode.SHARE_UPDATE_EXCLUSIVE);
      assertThat(observed.modes(ORDERS.sibling("orders_code")))
          .containsExactly(LockMode.SHARE_UPDATE_EXCLUSIVE, LockMode.ACCESS_EXCLUSIVE);
      assertThat(observed.phases()).anyMatch(Phase::awaitsTransactions);
      assertThat(observed.stopsReading()).isEmpty();
      assertThat(observed.stopsWriting()).isEmpty();
    }
  }

  @PostgresTest(from = 12)
  void sees_a_concurrent_reindex_swap_indexes_and_stop_nobody(ScratchDatabase db)
      throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed = recorder.observe("REINDEX TABLE CONCURRENTLY orders");

      assertThat(observed.modes(ORDERS)).containsExactly(LockMode.SHARE_UPDATE_EXCLUSIVE);
      assertThat(observed.held())
          .extracting(lock -> lock.relation().name())
          .contains("orders_code", "orders_code_ccnew", "orders_code_ccold", "orders_pkey_ccold");
      assertThat(observed.stopsReading()).isEmpty();
      assertThat(observed.stopsWriting()).isEmpty();
      assertThat(observed.builtIndexes())
          .extracting(built -> built.index().name())
          .containsExactlyInAnyOrder("orders_pkey", "orders_code");
    }
  }

  @PostgresTest(from = 14)
  void sees_a_concurrent_detach_wait_for_the_partition_with_a_strong_lock(ScratchDatabase db)
      throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed =
          recorder.observe("ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY");

      assertThat(observed.phases())
          .anyMatch(Phase::awaitsTransactions)
          .anySatisfy(
              phase ->
                  assertThat(phase.awaited()).hasToString("[ACCESS EXCLUSIVE on public.events_1]"));
      assertThat(observed.modes(EVENTS)).doesNotContain(LockMode.ACCESS_EXCLUSIVE);
      assertThat(observed.stopsReading()).containsExactly(EVENTS_1);
    }
  }

  @PostgresTest
  void sees_a_full_vacuum_shut_everybody_out(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed = recorder.observe("VACUUM FULL orders");

      assertThat(observed.held())
          .extracting(Object::toString)
          .contains(
              "ACCESS EXCLUSIVE on public.orders",
              "ACCESS EXCLUSIVE on public.orders_pkey",
              "ACCESS EXCLUSIVE on public.orders_code");
      assertThat(observed.rewritten()).containsExactly(ORDERS);
      assertThat(observed.builtIndexes()).hasSize(2);
    }
  }

  @PostgresTest
  void sees_a_plain_vacuum_let_everybody_through(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed = recorder.observe("VACUUM orders");

      assertThat(observed.modes(ORDERS)).containsExactly(LockMode.SHARE_UPDATE_EXCLUSIVE);
      assertThat(observed.stopsWriting()).isEmpty();
      assertThat(observed.rewritten()).isEmpty();
    }
  }

  @PostgresTest(to = 11)
  void runs_outside_what_only_old_servers_refuse_inside(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      recorder.run("CREATE TYPE state AS ENUM ('open')");

      Observation observed = recorder.observe("ALTER TYPE state ADD VALUE 'closed'");

      assertThat(observed.refusal()).isEmpty();
      assertThat(observed.inTransaction()).isFalse();
    }
  }

  @PostgresTest
  void says_why_the_server_gave_up_half_way(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed =
          recorder.observe("CREATE UNIQUE INDEX CONCURRENTLY one_code ON orders (code)");

      assertThat(observed.refusal()).map(Refusal::sqlState).contains("23505");
      assertThat(observed.modes(ORDERS)).containsExactly(LockMode.SHARE_UPDATE_EXCLUSIVE);
      assertThat(recorder.rehearse("DROP INDEX one_code").refusal()).isEmpty();
    }
  }

  @PostgresTest
  void needs_no_privilege_to_see_where_an_application_stops_a_statement(ScratchDatabase db)
      throws SQLException {
    String owner = "owner_of_" + db.name();
    Shop.recorder(db).close();
    db.execute("CREATE ROLE %s LOGIN; ALTER TABLE orders OWNER TO %s".formatted(owner, owner));
    db.execute("GRANT CREATE ON SCHEMA public TO " + owner);

    try (LockRecorder recorder = LockRecorder.on(as(owner, db))) {
      Observation observed =
          recorder.observe("CREATE INDEX CONCURRENTLY by_customer ON orders (customer)");

      assertThat(observed.refusal()).isEmpty();
      assertThat(observed.phases())
          .singleElement()
          .satisfies(
              phase -> {
                assertThat(phase.awaitsTransactions()).isTrue();
                assertThat(phase.held()).hasToString("[SHARE UPDATE EXCLUSIVE on public.orders]");
              });
    } finally {
      db.execute("DROP OWNED BY %s CASCADE; DROP ROLE %s".formatted(owner, owner));
    }
  }

  private static DataSource as(String role, ScratchDatabase db) throws SQLException {
    try (Connection connection = db.connection()) {
      PGSimpleDataSource dataSource = new PGSimpleDataSource();
      dataSource.setUrl(connection.getMetaData().getURL());
      dataSource.setUser(role);
      return dataSource;
    }
  }

  @PostgresTest
  void gives_up_a_statement_that_waits_for_somebody_else(ScratchDatabase db) throws SQLException {
    Shop.recorder(db).close();
    try (Connection other = db.connection();
        LockRecorder recorder = LockRecorder.on(db.dataSource(), Duration.ofMillis(300))) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE orders");

      assertThatThrownBy(() -> recorder.observe("VACUUM orders"))
          .isInstanceOf(DbopsException.class)
          .hasMessageContaining("in vain for the statement to end")
          .hasMessageContaining("pg_blocking_pids");

      other.rollback();
      assertThat(recorder.run("SELECT 1")).isEmpty();
    }
  }

  private static Set<String> names(Phase phase) {
    return phase.held().stream().map(Object::toString).collect(Collectors.toSet());
  }
}
