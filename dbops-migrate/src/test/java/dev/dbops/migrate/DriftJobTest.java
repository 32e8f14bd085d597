package dev.dbops.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons and snapshots as the goals and commands make them. */
class DriftJobTest {
  private static final String TABLES = "CREATE TABLE orders (id bigint, total numeric);\n";

  @TempDir private Path directory;
  private final Map<JobParameter, String> parameters = new EnumMap<>(JobParameter.class);

  @BeforeEach
  void write_a_migration() throws IOException {
    Files.writeString(
        Files.createDirectories(directory.resolve("db")).resolve("V1__orders.sql"), TABLES);
    parameters.put(JobParameter.CHANGE_LOG_FILE, "db");
  }

  @PostgresTest(from = 12)
  void expects_what_the_migrations_make_on_the_scratch_server(
      ScratchDatabase database, ScratchDatabase scratch) throws SQLException {
    database.execute(TABLES + "ALTER TABLE orders ALTER total TYPE integer");
    target(database);
    parameters.put(JobParameter.SCRATCH_URL, url(scratch));
    parameters.put(JobParameter.SCRATCH_USERNAME, "postgres");
    parameters.put(JobParameter.REPORTS, "json,sql,github");

    DriftJob.Result result = job().run();

    assertThat(result.outcome()).isEqualTo(Outcome.FINDINGS);
    assertThat(result.report().differences())
        .extracting(difference -> difference.key().toString())
        .containsExactly("column public.orders.total");
    assertThat(result.written())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("dbops-drift.json", "dbops-drift-repair.sql");
    assertThat(result.written()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    parameters.put(JobParameter.FAIL_ON_DRIFT, "never");
    assertThat(job().run().outcome()).isEqualTo(Outcome.CLEAN);
  }

  @PostgresTest(from = 12)
  void expects_what_a_snapshot_says_that_was_written_of_another_database(
      ScratchDatabase database, ScratchDatabase other) throws SQLException {
    database.execute(TABLES + "CREATE TABLE tmp_import (a integer)");
    other.execute(TABLES);
    parameters.put(JobParameter.REFERENCE_URL, url(other));
    parameters.put(JobParameter.REFERENCE_USERNAME, "postgres");
    parameters.put(JobParameter.SNAPSHOT_FILE, "expected/schema.json");
    new SnapshotJob(configuration(), DriftJobTest.class.getClassLoader(), directory).run();
    parameters.remove(JobParameter.REFERENCE_URL);
    target(database);

    assertThat(job().run().outcome()).isEqualTo(Outcome.FINDINGS);

    parameters.put(JobParameter.IGNORE, "table public.tmp_*=of the importer,view *=of nobody");
    DriftJob.Result result = job().run();
    assertThat(result.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(result.report().unusedIgnores())
        .extracting(Object::toString)
        .containsExactly("view *: of nobody");
  }

  @PostgresTest(from = 12)
  void writes_what_all_migrations_make_for_the_jar(ScratchDatabase scratch) throws SQLException {
    parameters.put(JobParameter.SCRATCH_URL, url(scratch));
    parameters.put(JobParameter.SCRATCH_USERNAME, "postgres");
    parameters.put(JobParameter.SNAPSHOT_FILE, "classes/META-INF/dbops/schema.json");

    SnapshotJob.Result result =
        new SnapshotJob(configuration(), DriftJobTest.class.getClassLoader(), directory).run();

    assertThat(result.file()).content().contains("\"table\"", "\"orders\"", "\"total\"");
    assertThat(result.origin()).startsWith("the migrations in db, run on PostgreSQL");
  }

  @PostgresTest(from = 12)
  void does_not_pass_in_the_strict_mode_what_it_cannot_see(
      ScratchDatabase database, ScratchDatabase other) throws SQLException {
    target(database);
    parameters.put(JobParameter.REFERENCE_URL, url(other));
    parameters.put(JobParameter.REFERENCE_USERNAME, "postgres");
    database.execute("SELECT lo_create(0)");

    assertThat(job().run().outcome()).isEqualTo(Outcome.CLEAN);
    parameters.put(JobParameter.STRICT, "true");
    assertThat(job().run().outcome()).isEqualTo(Outcome.UNREADABLE);
  }

  @Test
  void says_what_is_missing() {
    assertThatThrownBy(job()::run)
        .isInstanceOf(DbopsException.class)
        .hasMessage("No database is named. Give its JDBC URL: url.");
    parameters.remove(JobParameter.CHANGE_LOG_FILE);
    assertThatThrownBy(job()::run)
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("changeLogFile", "snapshotFile", "referenceUrl");
  }

  @Test
  void refuses_two_expectations() {
    parameters.put(JobParameter.REFERENCE_URL, "jdbc:postgresql://localhost/other");
    parameters.put(JobParameter.SNAPSHOT_FILE, "schema.json");

    assertThatThrownBy(job()::run)
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("one of referenceUrl and snapshotFile, not both");
  }

  @Test
  void refuses_a_rule_that_names_no_kind_and_suggests_one() {
    parameters.put(JobParameter.URL, "jdbc:postgresql://localhost/shop");
    parameters.put(JobParameter.IGNORE, "tabel public.tmp=typo");

    assertThatThrownBy(job()::run)
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("\"tabel public.tmp\"")
        .hasMessageContaining("Did you mean table?");
  }

  @Test
  void keeps_passwords_out_of_messages_and_takes_them_from_the_environment() {
    parameters.put(JobParameter.URL, "jdbc:postgresql://localhost:1/shop?password=s3cret1");
    Configuration configuration =
        configuration()
            .overriddenBy(Configuration.ofEnvironment(Map.of("DBOPS_PASSWORD", "s3cret2")));

    assertThat(configuration.get(JobParameter.PASSWORD)).contains("s3cret2");
    assertThatThrownBy(
            () -> new DriftJob(configuration, DriftJobTest.class.getClassLoader(), directory).run())
        .isInstanceOf(DbopsException.class)
        .satisfies(
            failure -> {
              for (Throwable each = failure; each != null; each = each.getCause()) {
                assertThat(each.toString()).doesNotContain("s3cret");
              }
            });
  }

  private void target(ScratchDatabase database) throws SQLException {
    parameters.put(JobParameter.URL, url(database));
    parameters.put(JobParameter.USERNAME, "postgres");
  }

  private Configuration configuration() {
    return Configuration.of(parameters);
  }

  private DriftJob job() {
    return new DriftJob(configuration(), DriftJobTest.class.getClassLoader(), directory);
  }

  private static String url(ScratchDatabase database) throws SQLException {
    try (Connection connection = database.connection()) {
      return connection.getMetaData().getURL();
    }
  }
}
