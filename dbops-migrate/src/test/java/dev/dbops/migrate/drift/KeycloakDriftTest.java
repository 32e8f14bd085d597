package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dbops.migrate.Drift;
import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.LiquibaseReplay;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PgDump;
import dev.dbops.migrate.testing.Postgres;
import dev.dbops.migrate.testing.PostgresTest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Twelve years of a real changelog, applied by Liquibase: nothing differs that is the same. */
class KeycloakDriftTest {
  private static final Path KEYCLOAK = Path.of("target/keycloak");
  private static final String MASTER = "META-INF/jpa-changelog-master.xml";
  private static final CatalogReader READER = CatalogReader.create();

  @PostgresTest(from = 12)
  void two_replays_are_the_same_and_so_is_a_dump_that_is_restored(ScratchDatabase first)
      throws SQLException, IOException {
    replay(first);
    try (ScratchDatabase second = Postgres.major(first.majorVersion()).create();
        ScratchDatabase restored = Postgres.major(first.majorVersion()).create()) {
      replay(second);

      assertThat(DriftDetector.compare(read(first), read(second))).isEmpty();
      assertThat(read(second).hash()).isEqualTo(read(first).hash());
      assertThat(read(first).ofKind("table")).hasSizeGreaterThan(80);
      assertThat(read(first).unseen()).isEmpty();

      assumeThat(PgDump.version().orElse(0))
          .as("pg_dump")
          .isGreaterThanOrEqualTo(first.majorVersion());
      PgDump.restore(PgDump.schema(first), restored);

      assertThat(DriftDetector.compare(read(first), read(restored))).isEmpty();
    }
  }

  @Test
  void servers_of_two_majors_have_the_same() {
    assumeThat(Postgres.majors()).as("majors selected").hasSizeGreaterThan(1);

    int oldest = Postgres.majors().ceiling(12);
    try (ScratchDatabase old = Postgres.major(oldest).create();
        ScratchDatabase present = Postgres.newest().create()) {
      replay(old);
      replay(present);

      assertThat(drift(old, present)).isEmpty();
      assertThat(drift(present, old)).isEmpty();
    }
  }

  private static List<Difference> drift(ScratchDatabase expected, ScratchDatabase actual) {
    return Drift.between(ExpectedSchema.database(expected.dataSource()), actual.dataSource())
        .differences();
  }

  private static void replay(ScratchDatabase database) {
    LiquibaseReplay.of(
        MASTER,
        ChangelogOptions.builder().searchPath(KEYCLOAK).build(),
        database.dataSource(),
        id -> true);
  }

  private static CatalogSnapshot read(ScratchDatabase database) {
    return READER.read(database.dataSource());
  }
}
