package dev.dbops.migrate.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.testing.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares, for all pairs of many types, what is predicted with what a server does. */
class StoredTypeTest {
  /** What a server did, or what is said that it does. */
  private record Outcome(String from, String to, boolean rewritten, boolean indexRebuilt) {}

  private static final List<String> TYPES = Script.read("types.txt").lines().toList();
  private static final SchemaState STATE = Script.of(Script.read("types.sql")).stateAfterAll();

  static Set<Integer> versions() {
    return Postgres.majors();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void predicts_which_changes_rewrite_the_table_and_which_rebuild_its_index(int version)
      throws SQLException {
    List<Outcome> observed = observe(version, TYPES, "UTC");

    List<Outcome> predicted = observed.stream().map(each -> predict(each, version, true)).toList();

    assertThat(observed).hasSizeGreaterThan(1000);
    assertThat(predicted).containsExactlyElementsOf(observed);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void predicts_what_becomes_of_time_stamps_where_the_time_zone_is_not_utc(int version)
      throws SQLException {
    List<String> types = TYPES.stream().filter(each -> each.startsWith("timestamp")).toList();
    List<Outcome> observed = observe(version, types, "Europe/Berlin");

    List<Outcome> predicted = observed.stream().map(each -> predict(each, version, false)).toList();

    assertThat(observed).hasSizeGreaterThan(20);
    assertThat(predicted).containsExactlyElementsOf(observed);
  }

  private static List<Outcome> observe(int version, List<String> types, String timeZone)
      throws SQLException {
    List<Outcome> observed = new ArrayList<>();
    try (ScratchDatabase database = Postgres.major(version).create();
        Connection connection = database.connection();
        Statement settings = connection.createStatement();
        PreparedStatement query = connection.prepareStatement("SELECT * FROM type_changes(?)")) {
      settings.execute(Script.read("types.sql"));
      settings.execute(Script.read("type-changes.sql"));
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
  private static Outcome predict(Outcome observed, int version, boolean utc) {
    StoredType from = StoredType.of(type(observed.from()), STATE);
    StoredType to = StoredType.of(type(observed.to()), STATE);
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
}
