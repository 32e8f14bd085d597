package dev.dbops.migrate.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.DataType;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares, for all pairs of many types, what is predicted with what a server does. */
class StoredTypeTest {
  /** What a server did, or what is said that it does. */
  private record Outcome(String from, String to, boolean rewritten, boolean indexRebuilt) {}

  private static final List<String> TYPES = Script.read("types.txt").lines().toList();
  private static EmbeddedPostgres server;
  private static SchemaState state;
  private static int version;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = EmbeddedPostgres.start();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(Script.read("types.sql"));
      statement.execute(Script.read("type-changes.sql"));
      version = connection.getMetaData().getDatabaseMajorVersion();
    }
    state = Script.of(Script.read("types.sql")).stateAfterAll();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void predicts_which_changes_rewrite_the_table_and_which_rebuild_its_index() throws SQLException {
    List<Outcome> observed = observe(TYPES, "UTC");

    List<Outcome> predicted = observed.stream().map(each -> predict(each, true)).toList();

    assertThat(observed).hasSizeGreaterThan(1000);
    assertThat(predicted).containsExactlyElementsOf(observed);
  }

  @Test
  void predicts_what_becomes_of_time_stamps_where_the_time_zone_is_not_utc() throws SQLException {
    List<String> types = TYPES.stream().filter(each -> each.startsWith("timestamp")).toList();
    List<Outcome> observed = observe(types, "Europe/Berlin");

    List<Outcome> predicted = observed.stream().map(each -> predict(each, false)).toList();

    assertThat(observed).hasSizeGreaterThan(20);
    assertThat(predicted).containsExactlyElementsOf(observed);
  }

  private static List<Outcome> observe(List<String> types, String timeZone) throws SQLException {
    List<Outcome> observed = new ArrayList<>();
    try (Connection connection = connect();
        Statement settings = connection.createStatement();
        PreparedStatement query = connection.prepareStatement("SELECT * FROM type_changes(?)")) {
      settings.execute("SET TimeZone = '" + timeZone + "'");
      query.setArray(1, connection.createArrayOf("text", types.toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          observed.add(
              new Outcome(
                  rows.getString(1), rows.getString(2), rows.getBoolean(3), rows.getBoolean(4)));
        }
      }
    }
    return observed;
  }

  /** Types without an order have no index, and so none that is rebuilt. */
  private static Outcome predict(Outcome observed, boolean utc) {
    StoredType from = StoredType.of(type(observed.from()), state);
    StoredType to = StoredType.of(type(observed.to()), state);
    boolean rewritten =
        switch (from.castTo(to, version)) {
          case NONE -> false;
          case UNLESS_UTC -> !utc;
          case ALWAYS -> true;
          case UNKNOWN -> throw new AssertionError("not known: " + observed);
        };
    boolean indexed = !List.of("json", "xml", "point").contains(observed.from());
    boolean rebuilt = indexed && (rewritten || !from.isOrderedAs(to));
    return new Outcome(observed.from(), observed.to(), rewritten, rebuilt);
  }

  private static DataType type(String text) {
    AlterTable alter =
        (AlterTable) Script.of("ALTER TABLE t ALTER c TYPE " + text).statements().get(0);
    return ((AlterColumnType) alter.actions().get(0)).type();
  }

  private static Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }
}
