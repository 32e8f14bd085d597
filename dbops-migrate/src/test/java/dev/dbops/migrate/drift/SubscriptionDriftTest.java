package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.SQLException;
import java.util.List;

/** A copy of a database has no subscriptions, so that they are no probes. */
class SubscriptionDriftTest {
  private static final CatalogReader READER = CatalogReader.create();
  private static final FactKey KEY = FactKey.of("subscription", "one \"way\"");

  private static final String CREATE =
      """
      CREATE SUBSCRIPTION "one ""way""\"
        CONNECTION 'host=far port=6543 dbname=''it\\''s'' password=''hidden host=x'' user=me'
        PUBLICATION a, "B c" WITH (connect = false)\
      """;

  @PostgresTest(from = 12)
  void a_subscription_is_made_and_dropped(ScratchDatabase database) throws SQLException {
    CatalogSnapshot without = READER.read(database.dataSource());
    try {
      database.execute(CREATE);
      CatalogSnapshot with = READER.read(database.dataSource());

      List<Difference> differences = DriftDetector.compare(without, with);

      assertThat(differences).extracting(Difference::key).containsExactly(KEY);
      repair(database, with, without);
      repair(database, without, with);
    } finally {
      drop(database);
    }
  }

  @PostgresTest(from = 12)
  void a_password_is_no_part_of_a_snapshot(ScratchDatabase database) throws SQLException {
    try {
      database.execute(CREATE);

      CatalogSnapshot snapshot = READER.read(database.dataSource());

      assertThat(snapshot.fact(KEY).orElseThrow().attributes())
          .containsEntry("connection host", "far")
          .containsEntry("connection port", "6543")
          .containsEntry("connection dbname", "it's")
          .containsEntry("connection user", "me");
      assertThat(snapshot.facts().toString()).doesNotContain("hidden");
    } finally {
      drop(database);
    }
  }

  @PostgresTest(from = 12)
  void a_password_in_a_uri_is_no_part_of_a_snapshot(ScratchDatabase database) throws SQLException {
    try {
      database.execute(
          """
          CREATE SUBSCRIPTION "one ""way""\"
            CONNECTION 'postgresql://me:hidden@far:6543/db?password=hidden&sslmode=prefer'
            PUBLICATION a WITH (connect = false)\
          """);

      CatalogSnapshot snapshot = READER.read(database.dataSource());

      assertThat(snapshot.fact(KEY).orElseThrow().attributes())
          .containsEntry("connection uri", "postgresql://far:6543/db");
      assertThat(snapshot.facts().toString()).doesNotContain("hidden");
    } finally {
      drop(database);
    }
  }

  @PostgresTest(from = 12)
  void each_change_is_seen_and_undone(ScratchDatabase database) throws SQLException {
    try {
      database.execute(CREATE);

      changed(
          database,
          "CONNECTION 'host=near port=6543 dbname=''it\\''s'' user=me'",
          "connection host");
      changed(
          database, "CONNECTION 'host=far port=1 dbname=''it\\''s'' user=me'", "connection port");
      changed(database, "SET PUBLICATION a WITH (refresh = false)", "publications");
      database.execute("ALTER SUBSCRIPTION \"one \"\"way\"\"\" SET (slot_name = 'way')");
      changed(database, "SET (slot_name = NONE)", "option slot_name");
      changed(database, "SET (slot_name = 'other')", "option slot_name");
      changed(database, "SET (synchronous_commit = 'local')", "option synchronous_commit");
      changed(database, "ENABLE", "enabled");
    } finally {
      drop(database);
    }
  }

  @PostgresTest(from = 14)
  void how_rows_are_sent_is_seen_and_undone(ScratchDatabase database) throws SQLException {
    try {
      database.execute(CREATE);

      changed(database, "SET (binary = true)", "option binary");
      changed(database, "SET (streaming = on)", "option streaming");
    } finally {
      drop(database);
    }
  }

  @PostgresTest(from = 16)
  void with_what_rights_rows_are_written_is_seen_and_undone(ScratchDatabase database)
      throws SQLException {
    try {
      database.execute(CREATE);

      changed(database, "SET (disable_on_error = true)", "option disable_on_error");
      changed(database, "SET (password_required = false)", "option password_required");
      changed(database, "SET (run_as_owner = true)", "option run_as_owner");
      changed(database, "SET (origin = none)", "option origin");
    } finally {
      drop(database);
    }
  }

  @PostgresTest(from = 15)
  void one_with_two_phases_is_made_again(ScratchDatabase database) throws SQLException {
    try {
      database.execute(CREATE.replace("connect = false", "connect = false, two_phase = true"));
      CatalogSnapshot with = READER.read(database.dataSource());
      drop(database);
      database.execute(CREATE);
      CatalogSnapshot without = READER.read(database.dataSource());

      List<Difference> differences = DriftDetector.compare(with, without);

      assertThat(differences)
          .singleElement()
          .isInstanceOfSatisfying(
              Difference.Changed.class,
              changed -> assertThat(changed.changes()).containsOnlyKeys("option two_phase"));
      repair(database, without, with);
    } finally {
      drop(database);
    }
  }

  /** Given the subscription, when it is altered so, then this alone differs, both ways. */
  private static void changed(ScratchDatabase database, String change, String attribute)
      throws SQLException {
    CatalogSnapshot before = READER.read(database.dataSource());
    database.execute("ALTER SUBSCRIPTION \"one \"\"way\"\"\" " + change);
    CatalogSnapshot after = READER.read(database.dataSource());

    assertThat(DriftDetector.compare(before, after))
        .singleElement()
        .isInstanceOfSatisfying(
            Difference.Changed.class,
            changed -> assertThat(changed.changes()).containsOnlyKeys(attribute));
    repair(database, after, before);
    repair(database, before, after);
    repair(database, after, before);
  }

  private static void repair(
      ScratchDatabase database, CatalogSnapshot current, CatalogSnapshot target)
      throws SQLException {
    for (RepairStep step : Repair.of(current, target)) {
      for (String statement : step.statements()) {
        database.execute(statement);
      }
    }
    assertThat(DriftDetector.compare(target, READER.read(database.dataSource()))).isEmpty();
  }

  private static void drop(ScratchDatabase database) throws SQLException {
    database.execute(
        """
        DO $$ BEGIN
          IF EXISTS (SELECT FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
                      WHERE d.datname = current_database()) THEN
            ALTER SUBSCRIPTION "one ""way""\" DISABLE;
            ALTER SUBSCRIPTION "one ""way""\" SET (slot_name = NONE);
            DROP SUBSCRIPTION "one ""way""\";
          END IF;
        END $$;
        """);
  }
}
