package dev.dbops.migrate.observe;

import static dev.dbops.migrate.observe.Shop.CUSTOMERS;
import static dev.dbops.migrate.observe.Shop.EVENTS;
import static dev.dbops.migrate.observe.Shop.EVENTS_2;
import static dev.dbops.migrate.observe.Shop.ORDERS;
import static dev.dbops.migrate.observe.Shop.ORDER_IDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What runs inside a transaction block. */
class LockRecorderTest {
  private static final String ADD_KEY =
      "ALTER TABLE orders ADD CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES customers";

  @PostgresTest
  void sees_that_an_index_is_built_under_a_share_lock(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed = recorder.observe("CREATE INDEX by_customer ON orders (customer)");

      assertThat(observed.inTransaction()).isTrue();
      assertThat(observed.refusal()).isEmpty();
      assertThat(observed.held()).hasToString("[SHARE on public.orders]");
      assertThat(observed.scanned()).containsExactly(ORDERS);
      assertThat(observed.rewritten()).isEmpty();
      assertThat(observed.builtIndexes())
          .containsExactly(new BuiltIndex(ORDERS.sibling("by_customer"), ORDERS));
    }
  }

  @PostgresTest
  void sees_that_a_foreign_key_locks_and_reads_both_tables(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed = recorder.observe(ADD_KEY);

      assertThat(observed.modes(ORDERS))
          .containsExactly(LockMode.ACCESS_SHARE, LockMode.SHARE_ROW_EXCLUSIVE);
      assertThat(observed.modes(CUSTOMERS)).contains(LockMode.SHARE_ROW_EXCLUSIVE);
      assertThat(observed.stopsReading()).isEmpty();
      assertThat(observed.stopsWriting()).containsExactlyInAnyOrder(ORDERS, CUSTOMERS);
      assertThat(observed.scanned()).contains(ORDERS);
    }
  }

  @PostgresTest
  void sees_the_strong_lock_through_the_scan_when_both_share_a_transaction(ScratchDatabase db)
      throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db);
        ObservedTransaction transaction = recorder.begin()) {
      Observation added = transaction.observe(ADD_KEY + " NOT VALID");
      Observation validated =
          transaction.observe("ALTER TABLE orders VALIDATE CONSTRAINT of_customer");

      assertThat(added.scanned()).isEmpty();
      assertThat(validated.scanned()).contains(ORDERS);
      assertThat(validated.stopsWriting()).isEmpty();
      assertThat(transaction.locks())
          .extracting(Object::toString)
          .contains("SHARE ROW EXCLUSIVE on public.orders");
      assertThat(transaction.stopsWriting(ORDERS)).isTrue();
    }
  }

  @PostgresTest
  void sees_a_scan_for_set_not_null(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed =
          recorder.observe("ALTER TABLE orders ALTER COLUMN customer SET NOT NULL");

      assertThat(observed.held()).hasToString("[ACCESS EXCLUSIVE on public.orders]");
      assertThat(observed.scanned()).containsExactly(ORDERS);
      assertThat(observed.rewritten()).isEmpty();
    }
  }

  @PostgresTest(from = 12)
  void sees_none_where_a_validated_check_proves_it(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      recorder.observe("ALTER TABLE orders ADD CHECK (customer IS NOT NULL)");

      Observation observed =
          recorder.observe("ALTER TABLE orders ALTER COLUMN customer SET NOT NULL");

      assertThat(observed.held()).hasToString("[ACCESS EXCLUSIVE on public.orders]");
      assertThat(observed.scanned()).isEmpty();
      assertThat(observed.notices()).anyMatch(notice -> notice.contains("are sufficient to prove"));
    }
  }

  @PostgresTest
  void sees_a_type_change_rewrite_the_table(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed =
          recorder.observe("ALTER TABLE orders ALTER COLUMN customer TYPE bigint");

      assertThat(observed.modes(ORDERS)).contains(LockMode.ACCESS_EXCLUSIVE);
      assertThat(observed.rewritten()).containsExactly(ORDERS);
      assertThat(observed.builtIndexes())
          .extracting(built -> built.index().name())
          .containsExactlyInAnyOrder("orders_pkey", "orders_code");
    }
  }

  @PostgresTest
  void sees_a_binary_compatible_type_change_do_nothing(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed = recorder.observe("ALTER TABLE orders ALTER COLUMN code TYPE text");

      assertThat(observed.modes(ORDERS)).contains(LockMode.ACCESS_EXCLUSIVE);
      assertThat(observed.rewritten()).isEmpty();
      assertThat(observed.scanned()).isEmpty();
      assertThat(observed.builtIndexes()).isEmpty();
    }
  }

  @PostgresTest(from = 12)
  void runs_statements_under_the_settings_of_its_session(ScratchDatabase db) throws SQLException {
    String change = "ALTER TABLE orders ALTER COLUMN placed TYPE timestamptz";
    try (LockRecorder recorder = Shop.recorder(db)) {
      recorder.run("SET TimeZone = 'UTC'");
      Observation inUtc = recorder.rehearse(change);
      recorder.run("SET TimeZone = 'Europe/Berlin'");
      Observation elsewhere = recorder.rehearse(change);

      assertThat(inUtc.rewritten()).isEmpty();
      assertThat(elsewhere.rewritten()).containsExactly(ORDERS);
    }
  }

  @PostgresTest
  void sees_that_a_partition_is_read_when_it_is_attached(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed =
          recorder.observe(
              "ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM (2) TO (3)");

      assertThat(observed.modes(EVENTS))
          .containsExactly(
              db.majorVersion() < 12 ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_UPDATE_EXCLUSIVE);
      assertThat(observed.modes(EVENTS_2)).containsExactly(LockMode.ACCESS_EXCLUSIVE);
      assertThat(observed.scanned()).containsExactly(EVENTS_2);
    }
  }

  @PostgresTest
  void sees_a_concurrent_refresh_let_readers_through(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation plain = recorder.rehearse("REFRESH MATERIALIZED VIEW order_ids");
      Observation concurrent =
          recorder.rehearse("REFRESH MATERIALIZED VIEW CONCURRENTLY order_ids");

      assertThat(plain.stopsReading()).containsExactly(ORDER_IDS);
      assertThat(plain.rewritten()).containsExactly(ORDER_IDS);
      assertThat(concurrent.inTransaction()).isTrue();
      assertThat(concurrent.modes(ORDER_IDS)).contains(LockMode.EXCLUSIVE);
      assertThat(concurrent.stopsReading()).isEmpty();
      assertThat(concurrent.rewritten()).isEmpty();
    }
  }

  @PostgresTest
  void leaves_out_what_only_the_transaction_itself_can_see(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db);
        ObservedTransaction transaction = recorder.begin()) {
      Observation created = transaction.observe("CREATE TABLE fresh AS SELECT id FROM orders");
      Observation indexed = transaction.observe("ALTER TABLE fresh ADD PRIMARY KEY (id)");

      assertThat(created.modes(ORDERS)).containsExactly(LockMode.ACCESS_SHARE);
      assertThat(indexed.locks()).isEmpty();
      assertThat(indexed.scanned()).isEmpty();
      assertThat(indexed.builtIndexes()).isEmpty();
    }
  }

  @PostgresTest
  void names_relations_as_they_are_known_to_others(ScratchDatabase db) throws SQLException {
    ObjectName strange = new ObjectName("Süd \"West\"", "Über.Gang");
    try (LockRecorder recorder = Shop.recorder(db)) {
      recorder.run("CREATE SCHEMA " + "\"Süd \"\"West\"\"\"");
      recorder.run("CREATE TABLE %s AS SELECT 1 AS id".formatted(strange.sql()));

      try (ObservedTransaction transaction = recorder.begin()) {
        transaction.observe("ALTER TABLE %s RENAME TO gang".formatted(strange.sql()));
        Observation observed =
            transaction.observe("ALTER TABLE \"Süd \"\"West\"\"\".gang ALTER COLUMN id TYPE text");

        assertThat(observed.rewritten()).containsExactly(strange);
        assertThat(transaction.locks()).extracting(ObservedLock::relation).containsOnly(strange);
        ObjectName renamed = strange.sibling("gang");
        assertThat(transaction.names()).containsEntry(strange, renamed);
        assertThat(observed.renamed(transaction.names()).rewritten()).containsExactly(renamed);
      }
    }
  }

  @PostgresTest
  void sees_a_scan_of_a_table_that_the_transaction_renamed(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db);
        ObservedTransaction transaction = recorder.begin()) {
      transaction.observe("ALTER TABLE orders RENAME TO purchases");
      Observation observed = transaction.observe("ALTER TABLE purchases ADD CHECK (id > 0)");

      assertThat(observed.scanned()).containsExactly(ORDERS);
      assertThat(observed.renamed(transaction.names()).scanned())
          .containsExactly(ORDERS.sibling("purchases"));
    }
  }

  @PostgresTest
  void tells_tables_of_one_name_apart(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      recorder.run("CREATE SCHEMA archive");
      recorder.run("CREATE TABLE archive.orders (id int)");

      Observation observed = recorder.observe("ALTER TABLE archive.orders ADD CHECK (id > 0)");

      assertThat(observed.scanned()).containsExactly(new ObjectName("archive", "orders"));
    }
  }

  @PostgresTest
  void says_why_the_server_refused(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      Observation observed = recorder.observe("ALTER TABLE orders ADD CHECK (id < 0)");

      assertThat(observed.refusal()).map(Refusal::sqlState).contains("23514");
      assertThat(observed.refusal().orElseThrow().message()).contains("orders_id_check");
      assertThat(observed.locks()).isEmpty();
    }
  }

  @PostgresTest
  void says_why_the_server_refused_to_commit(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      recorder.observe(ADD_KEY + " DEFERRABLE INITIALLY DEFERRED");

      Observation observed = recorder.observe("UPDATE orders SET customer = -1 WHERE id = 1");

      assertThat(observed.refusal()).map(Refusal::sqlState).contains("23503");
      assertThat(recorder.observe("SELECT 1").refusal()).isEmpty();
    }
  }

  @PostgresTest
  void keeps_what_it_observes_and_undoes_what_it_rehearses(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db)) {
      recorder.rehearse("CREATE TABLE rehearsed ()");
      recorder.observe("CREATE TABLE observed ()");

      assertThat(recorder.run("TABLE rehearsed")).map(Refusal::sqlState).contains("42P01");
      assertThat(recorder.run("TABLE observed")).isEmpty();
    }
  }

  @PostgresTest
  void knows_who_waits_as_other_sessions_find_out(ScratchDatabase db) throws SQLException {
    List<String> statements =
        List.of(
            "CREATE INDEX ON orders (customer)",
            "DROP INDEX orders_code",
            "REINDEX INDEX orders_code",
            ADD_KEY,
            ADD_KEY + " NOT VALID",
            "ALTER TABLE orders ADD CHECK (id > 0) NOT VALID",
            "ALTER TABLE orders ALTER COLUMN code SET STATISTICS 200",
            "ANALYZE orders",
            "COMMENT ON TABLE orders IS 'what customers want'",
            "CREATE TABLE items (of_order int REFERENCES orders)",
            "LOCK TABLE orders IN EXCLUSIVE MODE",
            "TRUNCATE orders");
    try (LockRecorder recorder = Shop.recorder(db)) {
      for (String statement : statements) {
        try (ObservedTransaction transaction = recorder.begin()) {
          Observation observed = transaction.observe(statement);

          assertThat(observed.refusal()).as(statement).isEqualTo(Optional.empty());
          for (ObjectName table : List.of(ORDERS, CUSTOMERS)) {
            assertThat(observed.stopsReading().contains(table))
                .as("%s stops reading %s", statement, table)
                .isEqualTo(transaction.stopsReading(table));
            assertThat(observed.stopsWriting().contains(table))
                .as("%s stops writing %s", statement, table)
                .isEqualTo(transaction.stopsWriting(table));
          }
        }
      }
    }
  }

  @PostgresTest
  void tries_any_statement_against_an_open_transaction(ScratchDatabase db) throws SQLException {
    try (LockRecorder recorder = Shop.recorder(db);
        ObservedTransaction transaction = recorder.begin()) {
      transaction.observe("UPDATE orders SET code = 'taken' WHERE id = 1");

      assertThat(transaction.stops("UPDATE orders SET code = 'mine' WHERE id = 1")).isTrue();
      assertThat(transaction.stops("UPDATE orders SET code = 'mine' WHERE id = 2")).isFalse();
      assertThat(transaction.stops("INSERT INTO orders (id) VALUES (0)")).isFalse();
      assertThat(transaction.stops("INSERT INTO orders (id) VALUES (0)")).isFalse();
    }
  }
}
