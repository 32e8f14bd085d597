package dev.dbops.migrate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.sql.RawStatement;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server runs the same scripts: what it has in its catalog afterwards is what the replay must
 * know.
 */
class ReplayTruthTest {
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"names", "alter", "drop", "move", "partitions", "types"})
  void knows_what_the_server_knows(String script) throws SQLException {
    String sql = Replayed.resource("/replay/" + script + ".sql");
    execute("CREATE DATABASE " + script);

    List<String> real = onServer(script, sql);
    List<String> replayed = new StateDescription(Replayed.script(sql)).lines();

    assertThat(replayed).containsExactlyInAnyOrderElementsOf(real);
  }

  private static List<String> onServer(String database, String sql) throws SQLException {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (RawStatement raw : Replayed.split(sql)) {
        statement.execute(raw.sql().text().substring(raw.start(), raw.end()));
      }
      List<String> lines = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(Replayed.resource("/replay/describe.sql.txt"))) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
      return lines;
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
