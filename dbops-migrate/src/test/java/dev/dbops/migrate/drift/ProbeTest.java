package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.live.VersionedLines;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.testing.Postgres;
import dev.dbops.migrate.testing.Tablespace;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each change of each attribute of each kind of thing is seen, as what it is and as nothing else,
 * and the repair undoes it in both directions.
 */
class ProbeTest {
  private static final int OLDEST = 12;
  private static final CatalogReader READER = CatalogReader.create();
  private static final ExecutorService PROBES =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  @AfterAll
  static void end() {
    PROBES.shutdown();
  }

  @TestFactory
  Stream<DynamicNode> every_change_is_seen_and_undone() {
    String only = System.getProperty("dbops.test.probes", "");
    return Postgres.selected()
        .filter(server -> server.majorVersion() >= OLDEST)
        .flatMap(
            server ->
                Probe.all().stream()
                    .filter(group -> only.isEmpty() || only.equals(group.name()))
                    .flatMap(group -> tests(server, group)));
  }

  private static Stream<DynamicNode> tests(ScratchServer server, Probe.Group group) {
    int major = server.majorVersion();
    Given given = new Given(server, VersionedLines.forMajor(group.given(), major));
    List<DynamicNode> probes =
        group.probes().stream()
            .filter(probe -> probe.isFor(major))
            .map(probe -> test(group.name() + ": " + probe.title() + " on " + major, given, probe))
            .toList();
    return Stream.concat(
        probes.stream(),
        Stream.of(DynamicTest.dynamicTest(group.name() + " is dropped on " + major, given::close)));
  }

  /** Begins at once, since each probe has databases of its own; the test waits for the outcome. */
  private static DynamicNode test(String name, Given given, Probe probe) {
    Future<?> checked =
        PROBES.submit(
            () -> {
              given.check(probe);
              return null;
            });
    return DynamicTest.dynamicTest(name, () -> outcome(checked));
  }

  private static void outcome(Future<?> checked) throws Throwable {
    try {
      checked.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  /** The database that the probes of a group start from, made when the first asks for it. */
  private static final class Given implements AutoCloseable {
    private final ScratchServer server;
    private final String sql;
    private List<ScratchDatabase> made = List.of();
    private CatalogSnapshot snapshot = CatalogSnapshot.of(0, List.of());

    Given(ScratchServer server, String sql) {
      this.server = server;
      this.sql = sql;
    }

    private synchronized ScratchDatabase database() throws SQLException {
      if (made.isEmpty()) {
        Tablespace.make("dbops_probe_space", server);
        ScratchDatabase complete = server.create();
        complete.execute(sql);
        snapshot = READER.read(complete.dataSource());
        made = List.of(complete);
      }
      return made.get(0);
    }

    void check(Probe probe) throws SQLException {
      ScratchDatabase given = database();
      try (ScratchDatabase changed = server.copyOf(given)) {
        changed.execute(VersionedLines.forMajor(probe.sql(), server.majorVersion()));
        CatalogSnapshot actual = READER.read(changed.dataSource());

        assertThat(lines(DriftDetector.compare(snapshot, actual))).isEqualTo(probe.differs());

        if (probe.byHand().isEmpty()) {
          repair(changed, actual, snapshot);
          if (probe.onlyBack().isEmpty()) {
            try (ScratchDatabase copy = server.copyOf(given)) {
              repair(copy, snapshot, actual);
            }
          }
        }
      }
    }

    private static void repair(
        ScratchDatabase database, CatalogSnapshot current, CatalogSnapshot target)
        throws SQLException {
      List<String> statements =
          Repair.of(current, target).stream()
              .map(RepairStep::statements)
              .flatMap(Collection::stream)
              .toList();
      try (Connection connection = database.dataSource().getConnection();
          Statement session = connection.createStatement()) {
        for (String statement : statements) {
          run(statement, session, statements);
        }
      }
      assertThat(lines(DriftDetector.compare(target, READER.read(database.dataSource()))))
          .as("after %s", String.join(";\n", statements))
          .isEmpty();
    }

    private static void run(String statement, Statement session, List<String> all) {
      try {
        session.execute(statement);
      } catch (SQLException e) {
        throw new AssertionError(
            e.getMessage() + "\nin: " + statement + "\nof: " + String.join(";\n", all), e);
      }
    }

    @Override
    public void close() {
      made.forEach(ScratchDatabase::close);
    }
  }

  private static List<String> lines(List<Difference> differences) {
    return differences.stream().map(ProbeTest::line).sorted().toList();
  }

  private static String line(Difference difference) {
    if (difference instanceof Difference.Missing) {
      return "missing " + difference.key();
    }
    if (difference instanceof Difference.Unexpected) {
      return "unexpected " + difference.key();
    }
    if (difference instanceof Difference.Unlike unlike) {
      return "%s %s: %s"
          .formatted(word(unlike), unlike.key(), String.join(", ", unlike.changes().keySet()));
    }
    return "reordered " + difference.key();
  }

  private static String word(Difference.Unlike difference) {
    if (difference instanceof Difference.Unvalidated) {
      return "unvalidated";
    }
    return difference instanceof Difference.InvalidIndex ? "invalid" : "changed";
  }
}
