package dev.dbops.migrate.catalog.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;

/** A reader does not wait for long, and not where it need not, and says what it waited for. */
@Timeout(120)
class CatalogReaderLocksTest {
  private static final CatalogReader READER = CatalogReader.create();

  private static final String GIVEN =
      """
      CREATE TABLE orders (id bigint PRIMARY KEY, total numeric DEFAULT 0);
      CREATE TABLE lines (id serial, of_order bigint REFERENCES orders);
      CREATE SEQUENCE numbers;
      """;

  @PostgresTest(from = 12)
  void reads_tables_that_are_locked_where_it_need_not_put_expressions_into_words(
      ScratchDatabase database) throws SQLException {
    database.execute(GIVEN);
    String hash = READER.read(database.dataSource()).hash();

    try (Connection other = database.connection()) {
      lock("orders, lines", other);

      assertThat(READER.read(database.dataSource()).hash()).isEqualTo(hash);
    }
  }

  @PostgresTest(from = 12)
  void names_who_keeps_it_from_a_view(ScratchDatabase database) throws SQLException {
    database.execute(GIVEN + "CREATE VIEW totals AS SELECT sum(total) FROM orders");
    CatalogSnapshot before = READER.read(database.dataSource());
    try (Connection other = database.connection()) {
      int process = lock("orders", other);

      Throwable failure = catchThrowable(() -> READER.read(database.dataSource()));

      assertThat(failure)
          .isInstanceOf(DbopsException.class)
          .hasMessageContaining("could not be read, since a lock was not to be had within 2000 ms")
          .hasMessageContaining("public.orders is locked by process " + process + " of role ")
          .hasMessageContaining("idle in transaction")
          .hasMessageContaining("SELECT pg_terminate_backend(<process>)");
      other.rollback();
    }

    assertThat(READER.read(database.dataSource()).hash()).isEqualTo(before.hash());
  }

  @PostgresTest(from = 12)
  void names_who_waits_for_a_lock_before_it(ScratchDatabase database) throws Exception {
    database.execute(GIVEN + "CREATE VIEW totals AS SELECT sum(total) FROM orders");
    try (Connection holder = database.connection();
        Connection waiting = database.connection()) {
      holder.setAutoCommit(false);
      run("SELECT FROM orders", holder);
      int process = process(waiting);
      CompletableFuture<Integer> locked =
          CompletableFuture.supplyAsync(() -> lockUnchecked("orders", waiting));
      waitUntilOneWaits(database);

      Throwable failure = catchThrowable(() -> READER.read(database.dataSource()));

      assertThat(failure)
          .isInstanceOf(DbopsException.class)
          .hasMessageContaining("public.orders is about to be locked by process " + process);
      holder.rollback();
      assertThat(locked.get(30, TimeUnit.SECONDS)).isEqualTo(process);
      waiting.rollback();
    }
  }

  @PostgresTest(from = 12)
  void says_that_the_connection_was_lost_and_gives_it_back(ScratchDatabase database)
      throws Exception {
    database.execute(GIVEN + "CREATE VIEW totals AS SELECT sum(total) FROM orders");
    List<Connection> given = new ArrayList<>();
    try (Connection other = database.connection()) {
      lock("orders", other);
      CompletableFuture<Throwable> reading =
          CompletableFuture.supplyAsync(
              () -> catchThrowable(() -> READER.read(remembering(database, given))));
      int reader = waitUntilOneWaits(database);

      database.execute("SELECT pg_terminate_backend(%d)".formatted(reader));

      assertThat(reading.get(30, TimeUnit.SECONDS))
          .isInstanceOf(DbopsException.class)
          .hasMessageContaining("terminating connection due to administrator command")
          .hasMessageContaining("the connection was lost and nothing of the database is known")
          .hasMessageContaining("Read it again when the server can be reached");
      assertThat(given).hasSize(1).allMatch(CatalogReaderLocksTest::isClosed);
    }
  }

  private static int lock(String tables, Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    int process = process(connection);
    run("LOCK TABLE " + tables + " IN ACCESS EXCLUSIVE MODE", connection);
    return process;
  }

  private static int lockUnchecked(String tables, Connection connection) {
    try {
      return lock(tables, connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int process(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void run(String sql, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The process that waits for a lock in this database. */
  private static int waitUntilOneWaits(ScratchDatabase database) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      while (true) {
        try (ResultSet row =
            statement.executeQuery(
                """
                SELECT l.pid
                  FROM pg_locks l
                  JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
                 WHERE NOT l.granted
                """)) {
          if (row.next()) {
            return row.getInt(1);
          }
        }
      }
    }
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource remembering(ScratchDatabase database, List<Connection> given) {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              Connection connection = database.connection();
              given.add(connection);
              return connection;
            });
  }
}
