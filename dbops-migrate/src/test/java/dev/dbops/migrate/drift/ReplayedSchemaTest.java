package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.Drift;
import dev.dbops.migrate.catalog.snapshot.SnapshotFile;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ExternalProvider;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.testing.Postgres;
import dev.dbops.migrate.testing.PostgresTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class ReplayedSchemaTest {
  private static final String MIGRATION =
      """
      CREATE TABLE orders (id bigint);
      GRANT SELECT ON orders TO dbops_test_reader;
      """;

  private static final String TARGET =
      """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_test_app') THEN
          CREATE ROLE dbops_test_app;
        END IF;
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_test_reader') THEN
          CREATE ROLE dbops_test_reader;
        END IF;
      END $$;
      GRANT CREATE ON SCHEMA public TO dbops_test_app;
      SET ROLE dbops_test_app;
      CREATE TABLE public.flyway_schema_history (
        installed_rank integer, script text, type text, checksum integer, success boolean);
      INSERT INTO public.flyway_schema_history VALUES (1, 'V1__orders.sql', 'SQL', 1, true);
      """;

  private static final String LEFT =
      "RESET ROLE; REVOKE CREATE ON SCHEMA public FROM dbops_test_app;";

  @TempDir Path folder;

  @PostgresTest(from = 12)
  void what_migrations_make_belongs_to_the_role_that_runs_them_on_the_target(ScratchDatabase target)
      throws IOException, SQLException {
    target.execute(TARGET + MIGRATION + LEFT);

    DriftReport report = Drift.between(replayed(target), target.dataSource());

    assertThat(report.differences()).isEmpty();
  }

  @PostgresTest(from = 12)
  void a_snapshot_of_migrations_fits_a_target_whatever_its_role_is_called(ScratchDatabase target)
      throws IOException, SQLException {
    Path file = folder.resolve("schema.json");
    SnapshotFile.write(replayed(target).ofAll().snapshot(), file);
    target.execute(TARGET + MIGRATION + LEFT);

    DriftReport report = Drift.between(ExpectedSchema.file(file), target.dataSource());

    assertThat(report.differences()).isEmpty();
  }

  @PostgresTest(from = 12)
  void roles_that_migrations_name_are_created_on_a_server_that_was_started_for_this(
      ScratchDatabase like) throws IOException {
    Files.writeString(
        folder.resolve("V1__orders.sql"),
        """
        CREATE TABLE orders (id bigint);
        GRANT SELECT ON orders TO "dbops test ""absent\""";
        ALTER TABLE orders OWNER TO dbops_test_other_absent;
        """);

    ExpectedSchema.Expectation expectation =
        schema().on(Postgres.major(like.majorVersion())).ofAll();

    assertThat(expectation.snapshot().facts().keySet())
        .extracting(Object::toString)
        .contains("grant table.public.orders.dbops test \"absent\"");
  }

  @PostgresTest(from = 12)
  void names_the_role_that_a_server_of_the_users_lacks(ScratchDatabase maintenance)
      throws IOException, SQLException {
    Files.writeString(
        folder.resolve("V1__orders.sql"), "CREATE TABLE t (); GRANT SELECT ON t TO dbops_nobody;");

    try (ScratchServer external = external(maintenance)) {
      assertThatThrownBy(() -> schema().on(external).ofAll())
          .isInstanceOf(DbopsException.class)
          .hasMessageContaining("name the role dbops_nobody")
          .hasMessageContaining("CREATE ROLE dbops_nobody");
    }
  }

  @PostgresTest(from = 12)
  void names_the_extension_that_the_server_lacks_and_the_way_out(ScratchDatabase like)
      throws IOException {
    Files.writeString(folder.resolve("V1__maps.sql"), "CREATE EXTENSION dbops_absent;");

    assertThatThrownBy(() -> schema().on(Postgres.major(like.majorVersion())).ofAll())
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("need the extension dbops_absent, which is not installed on")
        .hasMessageContaining("Name a scratch server that has it")
        .hasMessageContaining("snapshotFile");
  }

  @PostgresTest(from = 12)
  void the_scratch_database_is_dropped_when_a_migration_is_refused(ScratchDatabase maintenance)
      throws IOException, SQLException {
    Files.writeString(folder.resolve("V1__broken.sql"), "CREATE TABLE t (); SELECT 1 / 0;");

    try (ScratchServer external = external(maintenance)) {
      List<String> before = databases(maintenance);

      assertThatThrownBy(() -> schema().on(external).ofAll())
          .isInstanceOf(DbopsException.class)
          .hasMessageContaining("division by zero");

      assertThat(databases(maintenance)).isEqualTo(before);
    }
  }

  @PostgresTest(from = 12)
  void never_works_from_the_database_that_is_compared(ScratchDatabase target)
      throws IOException, SQLException {
    Files.writeString(folder.resolve("V1__orders.sql"), "CREATE TABLE orders (id bigint);");

    try (ScratchServer same = external(target)) {
      assertThatThrownBy(() -> Drift.between(schema().on(same), target.dataSource()))
          .isInstanceOf(DbopsException.class)
          .hasMessageContaining("is the database that is to be migrated or compared")
          .hasMessageContaining("Name another database of a server");
    }
  }

  @PostgresTest(from = 12)
  void on_a_server_of_the_users_its_role_stands_for_that_of_the_target(ScratchDatabase target)
      throws IOException, SQLException {
    target.execute(TARGET + MIGRATION + LEFT);
    Files.writeString(folder.resolve("V1__orders.sql"), MIGRATION);

    try (ScratchDatabase maintenance = Postgres.major(target.majorVersion()).create();
        ScratchServer external = external(maintenance)) {
      DriftReport report = Drift.between(schema().on(external), target.dataSource());

      assertThat(report.differences()).isEmpty();
    }
  }

  @PostgresTest(from = 12)
  void names_without_a_schema_are_looked_up_as_on_the_target(ScratchDatabase target)
      throws IOException, SQLException {
    target.execute(
        """
        CREATE SCHEMA "of the App";
        ALTER DATABASE %s SET search_path = "of the App", public;
        CREATE TABLE "of the App".orders (id bigint);
        """
            .formatted(target.name()));
    Files.writeString(folder.resolve("V1__orders.sql"), "CREATE TABLE orders (id bigint);");

    DriftReport report =
        Drift.between(schema().on(Postgres.major(target.majorVersion())), target.dataSource());

    assertThat(report.differences())
        .extracting(difference -> difference.key().kind())
        .doesNotContain("table");
  }

  private ReplayedSchema replayed(ScratchDatabase like) throws IOException {
    Files.writeString(folder.resolve("V1__orders.sql"), MIGRATION);
    return schema().on(Postgres.major(like.majorVersion()));
  }

  private ReplayedSchema schema() {
    return ReplayedSchema.of(folder.toString(), ChangelogOptions.defaults());
  }

  private static List<String> databases(ScratchDatabase any) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = any.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT datname FROM pg_database ORDER BY 1")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  private static ScratchServer external(ScratchDatabase database) throws SQLException {
    try (Connection connection = database.connection()) {
      return ExternalProvider.of(connection.getMetaData().getURL(), Map.of("user", "postgres"))
          .start();
    }
  }
}
