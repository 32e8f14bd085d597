package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.Drift;
import dev.dbops.migrate.changelog.Bookkeeping;
import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.LiquibaseCommand;
import dev.dbops.migrate.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books are written by Liquibase itself. */
class HistoryTest {
  private static final String ONE =
      """
      --liquibase formatted sql
      --changeset jo:1
      CREATE TABLE orders (id bigint);
      """;

  private static final String TWO =
      """
      --changeset jo:2
      ALTER TABLE orders ADD total numeric;
      """;

  private static final String THREE =
      """
      --changeset jo:3
      ALTER TABLE orders ADD note text;
      """;

  private static final String VIEW =
      """
      --changeset jo:view runOnChange:true
      CREATE OR REPLACE VIEW totals AS SELECT %s AS total FROM orders;
      """;

  @TempDir Path folder;
  private final ScratchDatabase database = Postgres.newest().create();

  @AfterEach
  void drop_the_database() {
    database.close();
  }

  @Test
  void files_that_have_run_as_they_are_differ_in_nothing() throws Exception {
    update(ONE + TWO);

    assertThat(report().history()).isEmpty();
    assertThat(report().hasDrift()).isFalse();
  }

  @Test
  void what_was_changed_after_it_ran_is_an_error_as_it_is_for_liquibase() throws Exception {
    update(ONE + TWO);
    write(ONE + TWO.replace("numeric", "numeric(10, 2)"));

    assertThat(report().history())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference).isInstanceOf(HistoryDifference.ChecksumChanged.class);
              assertThat(difference.severity()).isEqualTo(Severity.ERROR);
              assertThat(difference.inWords())
                  .contains("log.sql::2::jo was changed after it ran: its checksum was 9:")
                  .contains("<validCheckSum>9:");
            });
  }

  @Test
  void a_checksum_that_the_changeset_declares_valid_is_no_difference() throws Exception {
    update(ONE + TWO);
    String recorded = recorded("2");
    write(
        ONE
            + TWO.replace("jo:2\n", "jo:2\n--validCheckSum: " + recorded + "\n")
                .replace("numeric", "numeric(10, 2)"));

    assertThat(report().history()).isEmpty();
  }

  @Test
  void what_runs_on_change_is_pending_when_it_is_changed() throws Exception {
    update(ONE + VIEW.formatted("1"));
    write(ONE + VIEW.formatted("2"));

    assertThat(report().history())
        .containsExactly(
            new HistoryDifference.Pending(new ChangeSetId("log.sql", "view", "jo"), true));
  }

  @Test
  void changesets_without_a_file_and_pending_ones_are_notes() throws Exception {
    update(ONE + TWO);
    write(ONE + THREE);

    assertThat(messages())
        .anyMatch(
            message ->
                message.matches("The database has run log.sql::2::jo at .*, which is in no file"))
        .contains("log.sql::3::jo has not run yet")
        .hasSize(2);
    assertThat(report().history())
        .extracting(HistoryDifference::severity)
        .containsOnly(Severity.INFO);
  }

  @Test
  void tells_what_ran_in_another_order_than_the_files_have() throws Exception {
    update(ONE + THREE);
    update(ONE + TWO + THREE);

    assertThat(messages())
        .containsExactly(
            "log.sql::2::jo ran after log.sql::3::jo, though it stands before it in the files");
  }

  @Test
  void tells_of_a_changeset_that_is_noted_twice() throws Exception {
    update(ONE + TWO);
    database.execute(
        "INSERT INTO databasechangelog SELECT * FROM databasechangelog WHERE id = '2'");

    assertThat(messages())
        .containsExactly(
            "log.sql::2::jo stands 2 times in public.databasechangelog:"
                + " two runners worked at once, or somebody wrote there");
  }

  @Test
  void tells_who_left_the_lock_and_how_to_release_it() throws Exception {
    update(ONE);
    database.execute(
        """
        UPDATE databasechangeloglock
           SET locked = true, lockedby = 'build-7 (10.0.0.7)', lockgranted = '2026-01-02 03:04:05'
        """);

    assertThat(report().history())
        .singleElement()
        .satisfies(
            difference ->
                assertThat(difference.inWords())
                    .isEqualTo(
                        "public.databasechangeloglock is locked by build-7 (10.0.0.7) since"
                            + " 2026-01-02 03:04:05. See whether migrations still run there; if"
                            + " not, run liquibase release-locks."));
  }

  @Test
  void finds_books_of_other_names_and_does_not_take_them_for_drift() throws Exception {
    database.execute("CREATE SCHEMA books");
    Bookkeeping books =
        new Bookkeeping(Optional.of("books"), "MY_LOG", "MY_LOG_LOCK", "flyway_schema_history");
    update(
        ONE + TWO,
        Map.of(
            "liquibase.databaseChangelogTableName", "MY_LOG",
            "liquibase.databaseChangelogLockTableName", "MY_LOG_LOCK",
            "liquibase.liquibaseSchemaName", "books"));
    write(ONE + TWO + THREE);

    DriftReport report = report(options().bookkeeping(books).build());

    assertThat(report.differences())
        .extracting(difference -> difference.key().toString())
        .containsExactly("schema books");
    assertThat(report.history())
        .extracting(HistoryDifference::message)
        .containsExactly("log.sql::3::jo has not run yet");
  }

  @Test
  void compares_flyways_checksums_as_flyway_computes_them() throws Exception {
    Files.createDirectories(folder.resolve("sql"));
    Files.writeString(folder.resolve("sql/V1__a.sql"), "CREATE TABLE a (x integer);\r\n-- Ü\r\n");
    Files.writeString(folder.resolve("sql/V2__b.sql"), "CREATE TABLE b (x integer);\n");
    Files.writeString(folder.resolve("sql/V4__d.sql"), "CREATE TABLE d (x integer);\n");
    database.execute(
        """
        CREATE TABLE flyway_schema_history (
          installed_rank integer, script text, type text, checksum integer, success boolean);
        INSERT INTO flyway_schema_history VALUES
          (0, '<< Flyway Baseline >>', 'BASELINE', NULL, true),
          (1, 'V2__b.sql', 'SQL', 1, true),
          (2, 'V1__a.sql', 'SQL', %d, true),
          (3, 'V3__c.sql', 'SQL', 7, true),
          (4, 'V4__d.sql', 'SQL', 8, false);
        CREATE TABLE a (x integer);
        CREATE TABLE b (x integer);
        """
            .formatted(FLYWAY_CHECKSUM_OF_A));

    DriftReport report =
        Drift.between(
            ReplayedSchema.of("sql", options().build()).on(Postgres.newest()),
            database.dataSource());

    assertThat(report.history())
        .extracting(HistoryDifference::message)
        .satisfiesExactlyInAnyOrder(
            m -> assertThat(m).startsWith("V4__d.sql failed half-way"),
            m -> assertThat(m).startsWith("V2__b.sql was changed after it ran: its checksum was 1"),
            m -> assertThat(m).startsWith("V1__a.sql ran after V2__b.sql"),
            m -> assertThat(m).isEqualTo("The database has run V3__c.sql, which is in no file"),
            m -> assertThat(m).isEqualTo("V4__d.sql has not run yet"));
  }

  /** CRC-32 of {@code CREATE TABLE a (x integer);-- Ü} in UTF-8, as a signed number. */
  private static final int FLYWAY_CHECKSUM_OF_A = -1195116837;

  private List<String> messages() {
    return report().history().stream().map(HistoryDifference::message).toList();
  }

  private DriftReport report() {
    return report(options().build());
  }

  private DriftReport report(ChangelogOptions options) {
    return Drift.between(
        ReplayedSchema.of("log.sql", options).on(Postgres.newest()), database.dataSource());
  }

  private ChangelogOptions.Builder options() {
    return ChangelogOptions.builder().searchPath(folder);
  }

  private void write(String changelog) throws IOException {
    Files.writeString(folder.resolve("log.sql"), changelog);
  }

  private void update(String changelog) throws Exception {
    update(changelog, Map.of());
  }

  private void update(String changelog, Map<String, Object> settings) throws Exception {
    write(changelog);
    LiquibaseCommand.update(database, folder, "log.sql", settings);
  }

  private String recorded(String id) throws SQLException {
    try (Connection connection = database.connection();
        PreparedStatement query =
            connection.prepareStatement("SELECT md5sum FROM databasechangelog WHERE id = ?")) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
