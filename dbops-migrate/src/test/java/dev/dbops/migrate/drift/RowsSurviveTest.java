package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.live.VersionedLines;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.testing.Postgres;
import dev.dbops.migrate.testing.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A repair of tables that are not empty loses no rows, unless one of its steps says so. */
@Tag("exhaustive")
class RowsSurviveTest {
  private static final CatalogReader READER = CatalogReader.create();

  /** It deals with the database as a whole, and makes one that cannot be dropped. */
  private static final String WITHOUT_TABLES = "database";

  /** How the codes begin that the server gives when it does not take the rows. */
  private static final List<String> OF_ROWS = List.of("22", "23");

  @TestFactory
  Stream<DynamicTest> each_repair_keeps_the_rows_of_every_table() {
    String only = System.getProperty("dbops.test.probes", "");
    ScratchServer server = Postgres.newest();
    return Probe.all().stream()
        .filter(group -> !group.name().equals(WITHOUT_TABLES))
        .filter(group -> only.isEmpty() || only.equals(group.name()))
        .map(group -> DynamicTest.dynamicTest(group.name(), () -> check(group, server)));
  }

  private static void check(Probe.Group group, ScratchServer server) throws SQLException {
    GivenSchema schema = new GivenSchema(group.name(), group.given());
    Map<String, String> lost = new TreeMap<>();
    try (ScratchDatabase empty = schema.on(server);
        ScratchDatabase filled = server.copyOf(empty)) {
      CatalogSnapshot given = READER.read(empty.dataSource());
      try (Connection connection = filled.connection()) {
        Rows.fill(connection);
      }
      for (Probe probe : group.probes()) {
        if (probe.isFor(server.majorVersion()) && probe.byHand().isEmpty()) {
          String difference = difference(probe, given, empty, filled, server);
          if (!difference.isEmpty()) {
            lost.put(probe.title(), difference);
          }
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  private static String difference(
      Probe probe,
      CatalogSnapshot given,
      ScratchDatabase empty,
      ScratchDatabase filled,
      ScratchServer server)
      throws SQLException {
    try (ScratchDatabase changed = server.copyOf(empty);
        ScratchDatabase copy = server.copyOf(filled)) {
      changed.execute(VersionedLines.forMajor(probe.sql(), server.majorVersion()));
      List<RepairStep> steps = Repair.of(given, READER.read(changed.dataSource()));
      Map<Long, Long> before = rows(copy);
      try {
        for (RepairStep step : steps) {
          for (String statement : step.statements()) {
            copy.execute(statement);
          }
        }
      } catch (SQLException e) {
        return OF_ROWS.contains(String.valueOf(e.getSQLState()).substring(0, 2))
            ? ""
            : e.toString();
      }
      Map<Long, Long> after = rows(copy);
      after.keySet().retainAll(before.keySet());
      boolean said = steps.stream().anyMatch(RepairStep::losesData);
      return said || after.equals(before) ? "" : before + " became " + after + " by " + steps;
    }
  }

  /** How many each table has of its own, by oid: a table may be given another name. */
  private static Map<Long, Long> rows(ScratchDatabase database) throws SQLException {
    Map<Long, Long> rows = new TreeMap<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT c.oid,
                       (xpath('/row/n/text()',
                              query_to_xml('SELECT count(*) AS n FROM ONLY ' || c.oid::regclass,
                                           false, true, '')))[1]::text::bigint
                  FROM pg_class c
                 WHERE c.relkind = 'r' AND c.oid >= 16384
                """)) {
      while (row.next()) {
        rows.put(row.getLong(1), row.getLong(2));
      }
    }
    return rows;
  }
}
