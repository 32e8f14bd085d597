package dev.dbops.migrate.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.SchemaReplay;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.sql.SqlParser;
import dev.dbops.migrate.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the batches as their note tells. */
class BackfillTest {
  private static final String ROWS = " SELECT i, i % 7, NULL FROM generate_series(1, 2500) AS i";

  @Test
  void goes_from_key_to_key_until_nothing_comes() throws SQLException {
    String table = "CREATE TABLE \"Order Items\" (a int PRIMARY KEY, b int, filled text)";
    OnlineStep step = backfill(table);

    try (ScratchDatabase database = Postgres.newest().create();
        Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(table);
      statement.execute("INSERT INTO \"Order Items\"" + ROWS);
      List<String> ends = new ArrayList<>();
      String first = step.sql().replace("WHERE a > :last ", "");
      for (List<String> last = next(statement, first);
          !last.isEmpty();
          last = next(statement, step.sql().replace(":last", last.get(0)))) {
        ends.add(last.get(0));
      }

      assertThat(ends).containsExactly("1000", "2000", "2500");
      assertThat(left(statement)).isZero();
    }
  }

  @Test
  void compares_keys_of_several_columns_as_a_whole() throws SQLException {
    String table = "CREATE TABLE \"Order Items\" (a int, b int, filled text, PRIMARY KEY (b, a))";
    OnlineStep step = backfill(table);

    try (ScratchDatabase database = Postgres.newest().create();
        Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(table);
      statement.execute("INSERT INTO \"Order Items\"" + ROWS);
      int batches = 0;
      String first = step.sql().replace("WHERE (b, a) > (:last_1, :last_2) ", "");
      for (List<String> last = next(statement, first);
          !last.isEmpty();
          last =
              next(
                  statement,
                  step.sql().replace(":last_1", last.get(0)).replace(":last_2", last.get(1)))) {
        batches++;
      }

      assertThat(batches).isEqualTo(3);
      assertThat(left(statement)).isZero();
    }
  }

  @Test
  void goes_by_pages_where_there_is_no_key() throws SQLException {
    String table = "CREATE TABLE \"Order Items\" (a int, b int, filled text)";
    OnlineStep step = backfill(table);

    try (ScratchDatabase database = Postgres.newest().create();
        Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(table);
      statement.execute("INSERT INTO \"Order Items\"" + ROWS);
      int filled = statement.executeUpdate(step.sql());

      assertThat(filled).isEqualTo(2500);
      assertThat(statement.executeUpdate(step.sql())).isZero();
    }
  }

  private static OnlineStep backfill(String createTable) {
    SchemaReplay replay = SchemaReplay.from(SchemaState.empty());
    RawStatement raw =
        Splitter.split(SqlText.verbatim(SourceFile.of("table.sql", createTable).whole())).get(0);
    CreateTable table = (CreateTable) SqlParser.parse(raw);
    replay.apply(table);
    return Backfill.of(table.name(), "filled", "'row ' || a", "filled IS NULL", replay.state());
  }

  /** The key that a batch gives; empty if it had no rows. */
  private static List<String> next(Statement statement, String batch) throws SQLException {
    try (ResultSet rows = statement.executeQuery(batch)) {
      List<String> key = new ArrayList<>();
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          key.add(rows.getString(i));
        }
      }
      return key;
    }
  }

  private static int left(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT count(*) FROM \"Order Items\" WHERE filled IS DISTINCT FROM 'row ' || a")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
