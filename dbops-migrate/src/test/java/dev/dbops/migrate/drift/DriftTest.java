package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.Drift;
import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.SnapshotFile;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.LiquibaseReplay;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.Postgres;
import dev.dbops.migrate.testing.PostgresTest;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class DriftTest {
  private static final String CHANGELOG =
      """
      databaseChangeLog:
        - changeSet:
            id: 1
            author: a
            changes:
              - createTable:
                  tableName: orders
                  columns:
                    - column: {name: id, type: bigint, constraints: {primaryKey: true}}
        - changeSet:
            id: 2
            author: a
            changes:
              - addColumn:
                  tableName: orders
                  columns:
                    - column: {name: later, type: text}
      """;

  @TempDir Path folder;

  @PostgresTest(from = 12)
  void a_database_that_has_run_its_migrations_has_no_drift(ScratchDatabase database)
      throws IOException {
    String changelog = changelog();
    LiquibaseReplay.of(changelog, ChangelogOptions.defaults(), database.dataSource(), id -> true);

    DriftReport report = Drift.between(expected(changelog, database), database.dataSource());

    assertThat(report.differences()).isEmpty();
    assertThat(report.hasDrift()).isFalse();
  }

  @PostgresTest(from = 12)
  void expects_no_more_than_the_database_says_it_has_run(ScratchDatabase database)
      throws IOException, SQLException {
    String changelog = changelog();
    LiquibaseReplay.of(
        changelog, ChangelogOptions.defaults(), database.dataSource(), id -> id.id().equals("1"));
    database.execute("ALTER TABLE orders ADD by_hand text");

    DriftReport report = Drift.between(expected(changelog, database), database.dataSource());

    assertThat(report.differences())
        .singleElement()
        .isInstanceOf(Difference.Unexpected.class)
        .extracting(difference -> difference.key().toString())
        .isEqualTo("column public.orders.by_hand");
  }

  @PostgresTest(from = 12)
  void compares_with_the_snapshot_in_the_jar(ScratchDatabase database)
      throws IOException, SQLException {
    database.execute("CREATE TABLE orders (id bigint)");
    SnapshotFile.write(
        CatalogReader.create().read(database.dataSource()), folder.resolve(ExpectedSchema.BUNDLED));
    database.execute("ALTER TABLE orders ALTER id TYPE integer");

    try (URLClassLoader jar = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      DriftReport report = Drift.between(ExpectedSchema.bundled(jar), database.dataSource());

      assertThat(report.differences())
          .singleElement()
          .isInstanceOf(Difference.Changed.class)
          .extracting(difference -> difference.key().toString())
          .isEqualTo("column public.orders.id");
    }
  }

  private String changelog() throws IOException {
    return Files.writeString(folder.resolve("changelog.yaml"), CHANGELOG).toString();
  }

  private static ExpectedSchema expected(String changelog, ScratchDatabase like) {
    return ReplayedSchema.of(changelog, ChangelogOptions.defaults())
        .on(Postgres.major(like.majorVersion()));
  }
}
