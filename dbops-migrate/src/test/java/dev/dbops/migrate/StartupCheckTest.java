package dev.dbops.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.drift.DriftException;
import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.drift.ExpectedSchema;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

class StartupCheckTest {
  @PostgresTest(from = 12)
  void lets_an_application_start_whose_database_is_as_expected(ScratchDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE orders (id bigint)");

    Optional<DriftReport> report =
        Drift.atStartup(asItIs(database)).failingFrom(Severity.INFO).run(database.dataSource());

    assertThat(report).hasValueSatisfying(each -> assertThat(each.differences()).isEmpty());
  }

  @PostgresTest(from = 12)
  void fails_only_from_the_severity_on_that_is_asked_for(ScratchDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE orders (id bigint)");
    StartupCheck check = Drift.atStartup(asItIs(database));
    database.execute("COMMENT ON TABLE orders IS 'by hand'");

    assertThat(check.failingFrom(Severity.WARNING).run(database.dataSource())).isPresent();
    assertThatThrownBy(() -> check.failingFrom(Severity.INFO).run(database.dataSource()))
        .isInstanceOf(DriftException.class)
        .hasMessageContaining("comment table.public.orders is not expected")
        .hasMessageContaining("COMMENT ON TABLE public.orders IS NULL")
        .satisfies(
            failure -> assertThat(((DriftException) failure).report().differences()).hasSize(1));
  }

  @PostgresTest(from = 12)
  void starts_with_a_warning_or_in_silence_where_it_is_not_to_fail(ScratchDatabase database)
      throws SQLException {
    StartupCheck check = Drift.atStartup(asItIs(database));
    database.execute("CREATE TABLE by_hand (id bigint)");

    assertThat(check.run(database.dataSource())).get().matches(DriftReport::hasDrift);
    assertThat(check.reporting().run(database.dataSource())).get().matches(DriftReport::hasDrift);
  }

  @PostgresTest(from = 12)
  void starts_although_nothing_is_known_of_what_to_expect_unless_it_is_to_fail(
      ScratchDatabase database) {
    StartupCheck check = Drift.atStartup(ExpectedSchema.bundled(new ClassLoader(null) {}));

    assertThat(check.run(database.dataSource())).isEmpty();
    assertThatThrownBy(() -> check.failingFrom(Severity.ERROR).run(database.dataSource()))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("dbops:snapshot");
  }

  @PostgresTest(from = 12)
  void gives_up_after_its_time_and_leaves_no_session_behind(ScratchDatabase database)
      throws SQLException {
    CatalogSnapshot empty = CatalogSnapshot.of(database.majorVersion(), List.of());
    ExpectedSchema slow =
        target -> {
          run(target, "SELECT pg_sleep(600)");
          return new ExpectedSchema.Expectation(empty, "nothing", List.of());
        };
    StartupCheck check = Drift.atStartup(slow).within(Duration.ofMillis(300));

    assertThatThrownBy(() -> check.failingFrom(Severity.INFO).run(database.dataSource()))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("took longer than 300 ms, and was given up");

    Instant patience = Instant.now().plusSeconds(60);
    while (sessions(database) > 0 && Instant.now().isBefore(patience)) {
      Thread.onSpinWait();
    }
    assertThat(sessions(database)).isZero();
  }

  private static ExpectedSchema asItIs(ScratchDatabase database) {
    CatalogSnapshot now = CatalogReader.create().read(database.dataSource());
    return target -> new ExpectedSchema.Expectation(now, "what it was", List.of());
  }

  private static void run(DataSource target, String sql) {
    try (Connection connection = target.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new DbopsException("Broken off: " + e.getMessage(), "try again", e);
    }
  }

  private static int sessions(ScratchDatabase database) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT count(*) FROM pg_stat_activity
                 WHERE datname = current_database() AND pid <> pg_backend_pid()
                """)) {
      row.next();
      return row.getInt(1);
    }
  }
}
