package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.Drift;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What statements make is the same on each server that runs them, whatever its major version. */
class AcrossMajorsTest {
  private static final int OLDEST = 12;

  @TestFactory
  Stream<DynamicTest> the_same_statements_on_a_server_and_on_the_newest() {
    return Postgres.selected()
        .filter(server -> server.majorVersion() >= OLDEST)
        .filter(server -> server.majorVersion() < Postgres.newest().majorVersion())
        .flatMap(
            server ->
                Stream.concat(GivenSchema.ofProbes().stream(), GivenSchema.odd().stream())
                    .map(schema -> test(schema, server, Postgres.newest())));
  }

  private static DynamicTest test(GivenSchema schema, ScratchServer older, ScratchServer newer) {
    String name = schema + " on " + older.majorVersion() + " and " + newer.majorVersion();
    return DynamicTest.dynamicTest(name, () -> check(schema, older, newer));
  }

  private static void check(GivenSchema schema, ScratchServer older, ScratchServer newer)
      throws SQLException {
    try (ScratchDatabase old = schema.on(older);
        ScratchDatabase present = schema.on(newer, older.majorVersion())) {
      assertThat(drift(old, present)).isEmpty();
      assertThat(drift(present, old)).isEmpty();
    }
  }

  private static List<Difference> drift(ScratchDatabase expected, ScratchDatabase actual) {
    return Drift.between(ExpectedSchema.database(expected.dataSource()), actual.dataSource())
        .differences();
  }
}
