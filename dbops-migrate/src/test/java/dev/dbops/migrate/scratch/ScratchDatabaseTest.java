package dev.dbops.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.testing.Postgres;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

class ScratchDatabaseTest {
  @PostgresTest
  void is_empty_and_says_on_which_server_it_is(ScratchDatabase db) throws SQLException {
    int major = db.majorVersion();

    assertThat(query(db.dataSource(), "SELECT count(*) FROM pg_stat_user_tables")).isEqualTo("0");
    assertThat(query(db.dataSource(), "SELECT current_database()")).isEqualTo(db.name());
    assertThat(query(db.dataSource(), "SHOW server_version")).startsWith(major + ".");
    assertThat(db.description())
        .startsWith("PostgreSQL " + major + ".")
        .contains("embedded server");
  }

  @PostgresTest
  void is_dropped_although_sessions_use_it(ScratchDatabase observer) throws SQLException {
    ScratchDatabase db = Postgres.major(observer.majorVersion()).create();
    try (Connection busy = db.connection()) {
      busy.setAutoCommit(false);
      busy.createStatement().execute("CREATE TABLE orders ()");

      db.close();
    }

    assertThat(exists(observer, db)).isFalse();
  }

  @PostgresTest
  void is_dropped_with_what_outlives_its_sessions(ScratchDatabase observer) throws SQLException {
    ScratchDatabase db = Postgres.major(observer.majorVersion()).create();
    db.execute("SELECT pg_create_logical_replication_slot('orders_slot', 'test_decoding')");
    db.execute("BEGIN; CREATE TABLE orders (); PREPARE TRANSACTION 'half way';");
    db.execute(
        """
        CREATE SUBSCRIPTION "From Afar" CONNECTION 'host=localhost dbname=none'
          PUBLICATION orders WITH (connect = false)
        """);

    db.close();

    assertThat(exists(observer, db)).isFalse();
  }

  @PostgresTest
  void is_closed_twice_without_harm(ScratchDatabase observer) throws SQLException {
    ScratchDatabase db = Postgres.major(observer.majorVersion()).create();

    db.close();
    db.close();

    assertThat(exists(observer, db)).isFalse();
  }

  @PostgresTest
  void is_a_copy_of_another(ScratchDatabase original) throws SQLException {
    original.execute("CREATE TABLE orders AS SELECT 42 AS id");

    try (ScratchDatabase copy = Postgres.major(original.majorVersion()).copyOf(original)) {
      original.execute("DROP TABLE orders");

      assertThat(query(copy.dataSource(), "SELECT id FROM orders")).isEqualTo("42");
    }
  }

  static boolean exists(ScratchDatabase observer, ScratchDatabase db) throws SQLException {
    String count = "SELECT count(*) FROM pg_database WHERE datname = '%s'".formatted(db.name());
    return query(observer.dataSource(), count).equals("1");
  }

  static String query(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
