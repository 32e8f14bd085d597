package dev.dbops.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose directory is not the working directory, as that of a module in a larger build. */
class LintJobTest {
  @TempDir private Path directory;

  @BeforeEach
  void write_a_migration_that_blocks() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("db/sql"));
    Files.writeString(folder.resolve("1_index.sql"), "CREATE INDEX i ON orders (note);\n");
  }

  @ParameterizedTest
  @CsvSource({
    "db/sql,",
    "db/sql/1_index.sql,",
    "db/**/*.sql,",
    "sql, db",
    "sql/*.sql, db",
  })
  void finds_sql_files_from_its_directory(String location, String searchPath) {
    LintReport report =
        run(
            Map.of(
                JobParameter.CHANGE_LOG_FILE,
                location,
                JobParameter.SEARCH_PATH,
                searchPath == null ? "" : searchPath));

    assertThat(report.problems()).isEmpty();
    assertThat(report.findings())
        .extracting(finding -> finding.rule().id())
        .contains("create-index-blocks-writes");
  }

  @Test
  void says_on_what_it_ran_out_of_memory_and_what_to_do() {
    ClassLoader exhausted =
        new ClassLoader() {
          @Override
          public Enumeration<URL> getResources(String name) {
            throw new OutOfMemoryError("Java heap space");
          }
        };
    Map<JobParameter, String> values = Map.of(JobParameter.CHANGE_LOG_FILE, "db/sql");
    LintJob job = new LintJob(Configuration.of(values), exhausted, directory);

    assertThatThrownBy(job::run)
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("ran out of memory")
        .hasMessageContaining("on db/sql. Raise Java's -Xmx");
  }

  @Test
  void says_what_it_does_not_find() {
    LintReport report = run(Map.of(JobParameter.CHANGE_LOG_FILE, "db/nowhere"));

    assertThat(report.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).isEqualTo("db/nowhere does not exist"));
  }

  @PostgresTest
  void lets_tables_off_that_a_live_database_says_are_small(ScratchDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE orders (note text); INSERT INTO orders VALUES ('a')");
    database.execute("ANALYZE orders");
    String url;
    try (Connection connection = database.connection()) {
      url = connection.getMetaData().getURL();
    }

    LintReport report =
        run(
            Map.of(
                JobParameter.CHANGE_LOG_FILE,
                "db/sql",
                JobParameter.TABLE_SIZES,
                url,
                JobParameter.USERNAME,
                "postgres"));

    assertThat(report.scope().smallTables()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1_index.sql", "V1__index.sql"})
  void knows_its_findings_again_in_another_checkout(String name) throws IOException {
    for (String checkout : List.of("here", "there")) {
      Path folder = Files.createDirectories(directory.resolve(checkout + "/sql"));
      Files.writeString(folder.resolve(name), "CREATE INDEX i ON orders (note);\n");
    }
    String baseline = directory.resolve("baseline.json").toString();

    run(
        Map.of(JobParameter.CHANGE_LOG_FILE, "sql", JobParameter.WRITE_BASELINE, baseline),
        directory.resolve("here"));
    LintReport there =
        run(
            Map.of(JobParameter.CHANGE_LOG_FILE, "sql", JobParameter.BASELINE, baseline),
            directory.resolve("there"));

    assertThat(there.findings()).isEmpty();
    assertThat(there.baselined()).isNotEmpty();
  }

  private LintReport run(Map<JobParameter, String> values) {
    return run(values, directory);
  }

  private static LintReport run(Map<JobParameter, String> values, Path from) {
    return new LintJob(Configuration.of(values), LintJobTest.class.getClassLoader(), from)
        .run()
        .report();
  }
}
