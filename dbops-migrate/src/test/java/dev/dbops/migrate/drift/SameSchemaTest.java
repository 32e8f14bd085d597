package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.SnapshotFile;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.testing.PgDump;
import dev.dbops.migrate.testing.Postgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever way a schema has come into being, it is the same, to the byte where no repair made it.
 */
class SameSchemaTest {
  private static final int OLDEST = 12;
  private static final CatalogReader READER = CatalogReader.create();

  /** Groups of probes whose statements do not do the same in another order, and why. */
  private static final Map<String, String> IN_ORDER =
      Map.of(
          "basetype", "a function makes the shell of a type that it names",
          "partition", "LIKE and ON ONLY take what is there");

  /** Groups of probes that pg_dump cannot restore itself, and why. */
  private static final Map<String, String> NOT_DUMPED =
      Map.of(
          "other", "it takes a language with a handler of the server's for an extension",
          "grant", "it takes a language with a handler of the server's for an extension",
          "extension", "it does not say of which version an extension is",
          "security-label", "no provider of labels is there",
          "materialized-view", "a dump without rows fills no materialized view",
          "odd views", "a dump without rows fills no materialized view",
          "all oddities", "a dump without rows fills no materialized view");

  /** Groups of probes that start from what nobody wants made, and why. */
  private static final Map<String, String> NOT_MADE =
      Map.of(
          "partition", "an index of a partitioned table that one partition lacks",
          "security-label", "no provider of labels is there");

  /** A way to the same schema. */
  @FunctionalInterface
  private interface Way {
    ScratchDatabase from(GivenSchema schema, ScratchDatabase made, ScratchServer server)
        throws SQLException, IOException;
  }

  /** What has to be the same. */
  @FunctionalInterface
  private interface Comparison {
    void check(CatalogSnapshot first, CatalogSnapshot second) throws IOException;
  }

  @TestFactory
  Stream<DynamicTest> statements_in_another_order() {
    return tests(
        (schema, made, server) -> {
          assumeThat(IN_ORDER.get(schema.name())).isNull();
          return schema.backwardsOn(server);
        });
  }

  @TestFactory
  Stream<DynamicTest> a_copy_of_the_database() {
    return tests((schema, made, server) -> server.copyOf(made));
  }

  @TestFactory
  Stream<DynamicTest> a_dump_that_is_restored() {
    return tests(
        (schema, made, server) -> {
          assumeThat(NOT_DUMPED.get(schema.name())).isNull();
          assumeThat(PgDump.version()).as("there is a pg_dump").isPresent();
          assumeThat(PgDump.version().getAsInt())
              .as("pg_dump reads this server")
              .isGreaterThanOrEqualTo(server.majorVersion());
          ScratchDatabase restored = server.create();
          PgDump.restore(PgDump.schema(made), restored);
          return restored;
        });
  }

  @TestFactory
  Stream<DynamicTest> a_repair_of_an_empty_database() {
    return tests(
        SameSchemaTest::assertSameContent,
        (schema, made, server) -> {
          assumeThat(NOT_MADE.get(schema.name())).isNull();
          ScratchDatabase repaired = server.create();
          Statements.run(
              Repair.of(READER.read(repaired.dataSource()), READER.read(made.dataSource())),
              repaired);
          return repaired;
        });
  }

  private static Stream<DynamicTest> tests(Way way) {
    return tests(SameSchemaTest::assertSameBytes, way);
  }

  private static Stream<DynamicTest> tests(Comparison comparison, Way way) {
    String only = System.getProperty("dbops.test.probes", "");
    return Postgres.selected()
        .filter(server -> server.majorVersion() >= OLDEST)
        .flatMap(
            server ->
                Stream.concat(GivenSchema.ofProbes().stream(), GivenSchema.odd().stream())
                    .filter(schema -> only.isEmpty() || only.equals(schema.name()))
                    .map(
                        schema ->
                            DynamicTest.dynamicTest(
                                schema + " on " + server.majorVersion(),
                                () -> check(schema, server, way, comparison))));
  }

  private static void check(
      GivenSchema schema, ScratchServer server, Way way, Comparison comparison)
      throws SQLException, IOException {
    try (ScratchDatabase made = schema.on(server);
        ScratchDatabase other = way.from(schema, made, server)) {
      CatalogSnapshot first = READER.read(made.dataSource());
      CatalogSnapshot second = READER.read(other.dataSource());

      assertThat(DriftDetector.compare(first, second)).as("%s", schema).isEmpty();
      comparison.check(first, second);
    }
  }

  /** How a thing has come into being, such as by inheritance, may be another. */
  private static void assertSameContent(CatalogSnapshot first, CatalogSnapshot second) {
    assertThat(second.hash()).isEqualTo(first.hash());
    assertThat(second.unseen()).isEqualTo(first.unseen());
  }

  private static void assertSameBytes(CatalogSnapshot first, CatalogSnapshot second)
      throws IOException {
    List<String> firstLines = json(first).lines().toList();
    List<String> secondLines = json(second).lines().toList();
    assertThat(without(secondLines, firstLines)).isEqualTo(without(firstLines, secondLines));
    assertThat(secondLines).isEqualTo(firstLines);
  }

  private static List<String> without(List<String> lines, List<String> others) {
    Set<String> there = Set.copyOf(others);
    return lines.stream().filter(line -> !there.contains(line)).toList();
  }

  private static String json(CatalogSnapshot snapshot) throws IOException {
    StringBuilder json = new StringBuilder();
    SnapshotFile.write(snapshot, json);
    return json.toString();
  }
}
