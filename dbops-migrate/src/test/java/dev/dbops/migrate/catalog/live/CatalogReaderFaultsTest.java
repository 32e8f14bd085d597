package dev.dbops.migrate.catalog.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CatalogReaderFaultsTest {
  private static final CatalogReader READER = CatalogReader.create();

  private static final String CREATE =
      """
      BEGIN;
      CREATE TABLE a (id bigint PRIMARY KEY, b text CHECK (b <> ''), c integer DEFAULT 3);
      CREATE INDEX a_b ON a (lower(b)) WHERE id > 0;
      CREATE VIEW v AS SELECT id, b FROM a;
      CREATE VIEW w AS SELECT id FROM v;
      CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
      COMMIT;
      """;

  private static final String DROP =
      "BEGIN; DROP VIEW w; DROP VIEW v; DROP TABLE a; DROP FUNCTION f(); COMMIT;";

  @PostgresTest(from = 12)
  void tells_only_of_states_that_there_were(ScratchDatabase database) throws Exception {
    database.execute("CREATE TABLE stays (id bigint PRIMARY KEY)");
    Set<String> states = new HashSet<>();
    states.add(READER.read(database.dataSource()).hash());
    database.execute(CREATE);
    states.add(READER.read(database.dataSource()).hash());
    AtomicBoolean done = new AtomicBoolean();
    Semaphore readings = new Semaphore(0);
    CompletableFuture<Void> changes =
        CompletableFuture.runAsync(() -> dropAndCreate(database, readings, done));

    int read = 0;
    try {
      for (int i = 0; i < 30; i++) {
        try {
          assertThat(states).contains(READER.read(database.dataSource()).hash());
          read++;
        } catch (DbopsException e) {
          assertThat(e).hasMessageContaining("changed while it was read");
        }
        readings.release();
      }
    } finally {
      done.set(true);
      readings.release();
      changes.get(30, TimeUnit.SECONDS);
    }

    assertThat(read).isPositive();
  }

  /** As fast as the server can, ten times; then it waits until the reader has come to an end. */
  private static void dropAndCreate(
      ScratchDatabase database, Semaphore readings, AtomicBoolean done) {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; !done.get(); i++) {
        statement.execute(DROP);
        statement.execute(CREATE);
        if (i % 10 == 0) {
          readings.drainPermits();
          if (!done.get()) {
            readings.acquire();
          }
        }
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @PostgresTest(from = 12)
  void is_not_held_up_by_temporary_tables_and_data(ScratchDatabase database) throws Exception {
    database.execute(CREATE + "CREATE TABLE log (n integer)");
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> others =
        CompletableFuture.runAsync(
            () -> {
              try (Connection connection = database.connection();
                  Statement statement = connection.createStatement()) {
                while (!done.get()) {
                  statement.execute(
                      "CREATE TEMPORARY TABLE t (id serial PRIMARY KEY, b text DEFAULT 'x')");
                  statement.execute("INSERT INTO public.log VALUES (1)");
                  statement.execute("DROP TABLE t");
                }
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });

    try {
      String hash = READER.read(database.dataSource()).hash();
      for (int i = 0; i < 10; i++) {
        assertThat(READER.read(database.dataSource()).hash()).isEqualTo(hash);
      }
    } finally {
      done.set(true);
      others.get(30, TimeUnit.SECONDS);
    }
  }

  @PostgresTest(from = 12)
  void leaves_the_connection_as_it_was(ScratchDatabase database) throws SQLException {
    for (boolean autoCommit : new boolean[] {true, false}) {
      try (Connection connection = database.connection()) {
        connection.setAutoCommit(autoCommit);
        DataSource source = only(connection);

        READER.read(source);

        assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
        assertThat(connection.isReadOnly()).isFalse();
        assertThat(connection.getTransactionIsolation())
            .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        try (Statement statement = connection.createStatement()) {
          statement.execute("CREATE TABLE made_" + autoCommit + " (id bigint)");
        }
      }
    }
  }

  @PostgresTest(from = 12)
  void reads_without_rights(ScratchDatabase database) throws SQLException {
    database.execute(
        CREATE
            + """
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_no_rights') THEN
                CREATE ROLE dbops_no_rights;
              END IF;
            END $$;
            CREATE SCHEMA closed CREATE TABLE t (id bigint);
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            """);
    String hash = READER.read(database.dataSource()).hash();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE dbops_no_rights");

      assertThat(READER.read(only(connection)).hash()).isEqualTo(hash);
    }
  }

  @PostgresTest(from = 12)
  void stays_within_the_locks_of_a_server_as_it_comes(ScratchDatabase database)
      throws SQLException {
    for (int chunk = 0; chunk < 70; chunk++) {
      database.execute(
          IntStream.range(chunk * 100, chunk * 100 + 100)
              .mapToObj("CREATE TABLE t%d (id int); CREATE VIEW v%1$d AS TABLE t%1$d;"::formatted)
              .collect(Collectors.joining()));
    }

    assertThat(READER.read(database.dataSource()).ofKind("view")).hasSize(7000);
  }

  @PostgresTest(from = 12)
  void names_what_only_others_may_read(ScratchDatabase database) throws SQLException {
    database.execute(
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_no_rights') THEN
            CREATE ROLE dbops_no_rights;
          END IF;
        END $$;
        CREATE FOREIGN DATA WRAPPER w;
        CREATE SERVER far FOREIGN DATA WRAPPER w;
        CREATE USER MAPPING FOR postgres SERVER far OPTIONS (password 'hidden');
        """);
    database.execute(
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p"
            + " WITH (connect = false, slot_name = NONE)");
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE dbops_no_rights");

      assertThat(READER.read(only(connection)).unseen())
          .containsExactly(
              "options of the user mapping for postgres on server far,"
                  + " which a superuser may read",
              "subscription s, which only a superuser may read");
    } finally {
      database.execute("DROP SUBSCRIPTION s");
    }
  }

  static DataSource only(Connection connection) {
    Connection kept =
        (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                    method.getName().equals("close") ? null : method.invoke(connection, arguments));
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> kept);
  }
}
