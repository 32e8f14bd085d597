package dev.dbops.migrate.scratch;

import static dev.dbops.migrate.scratch.ScratchDatabaseTest.exists;
import static dev.dbops.migrate.scratch.ScratchDatabaseTest.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.testing.Postgres;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalProviderTest {
  private static final Map<String, String> SUPERUSER = Map.of("user", "postgres");

  @PostgresTest
  void creates_databases_beside_the_one_it_is_given(ScratchDatabase named) throws SQLException {
    try (ScratchServer server = ExternalProvider.of(url(named), SUPERUSER).start();
        ScratchDatabase db = server.create()) {
      db.execute("CREATE TABLE orders ()");

      assertThat(db.name()).isNotEqualTo(named.name());
      assertThat(query(named.dataSource(), "SELECT to_regclass('orders')")).isNull();
    }
  }

  @PostgresTest
  void drops_what_is_left_when_it_closes(ScratchDatabase named) throws SQLException {
    ScratchServer server = ExternalProvider.of(url(named), SUPERUSER).start();
    ScratchDatabase forgotten = server.create();

    server.close();

    assertThat(exists(named, forgotten)).isFalse();
  }

  @PostgresTest
  void refuses_the_database_that_is_to_be_migrated(ScratchDatabase target) throws SQLException {
    String sameByAnotherUrl = url(target).replace("localhost", "127.0.0.1");
    ExternalProvider provider =
        ExternalProvider.of(sameByAnotherUrl, SUPERUSER).butNot(target.dataSource());

    assertThatThrownBy(provider::start)
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining(
            "is the database that is to be migrated or compared, so nothing was created")
        .hasMessageContaining(target.name());
  }

  @PostgresTest
  void accepts_another_database_of_the_same_server(ScratchDatabase target) throws SQLException {
    try (ScratchDatabase other = Postgres.major(target.majorVersion()).create()) {
      ExternalProvider provider =
          ExternalProvider.of(url(other), SUPERUSER).butNot(target.dataSource());

      assertThatCode(() -> provider.start().close()).doesNotThrowAnyException();
    }
  }

  @PostgresTest
  void says_which_privilege_the_role_lacks(ScratchDatabase named) throws SQLException {
    String role = "cannot_" + named.name();
    named.execute("CREATE ROLE " + role + " LOGIN");

    try (ScratchServer server = ExternalProvider.of(url(named), Map.of("user", role)).start()) {
      assertThatThrownBy(server::create)
          .isInstanceOf(DbopsException.class)
          .hasMessageContaining(
              "Let the role create databases (ALTER ROLE … CREATEDB), or name another server");
    } finally {
      named.execute("DROP ROLE " + role);
    }
  }

  @PostgresTest
  void needs_no_privilege_but_createdb(ScratchDatabase named) throws SQLException {
    String role = "creates_" + named.name();
    named.execute("CREATE ROLE " + role + " LOGIN CREATEDB");

    try (ScratchServer server = ExternalProvider.of(url(named), Map.of("user", role)).start()) {
      ScratchDatabase db = server.create();
      try (Connection busy = db.connection()) {
        busy.createStatement().execute("CREATE TABLE orders ()");

        db.close();
      }

      assertThat(exists(named, db)).isFalse();
    } finally {
      named.execute("DROP ROLE " + role);
    }
  }

  @Test
  void is_named_by_the_environment() throws SQLException {
    try (ScratchDatabase named = Postgres.newest().create()) {
      Map<String, String> environment =
          Map.of("DBOPS_SCRATCH_URL", url(named), "DBOPS_SCRATCH_USER", "postgres");
      ExternalProvider provider = ExternalProvider.fromEnvironment(environment);

      try (ScratchServer server = provider.start()) {
        assertThat(provider.obstacle()).isEmpty();
        assertThat(server.description()).contains("external server").contains(named.name());
      }
    }
  }

  @Test
  void gives_way_to_the_next_provider_when_no_server_is_named() {
    ExternalProvider unnamed = ExternalProvider.fromEnvironment(Map.of());

    try (ScratchServer server =
        ScratchServer.startFirst(List.of(unnamed, EmbeddedProvider.fromClassPath()))) {
      assertThat(server.description())
          .contains(
              "(embedded server), as there is no external server: DBOPS_SCRATCH_URL is not set");
    }
  }

  @Test
  void keeps_the_password_out_of_messages() {
    ExternalProvider unreachable =
        ExternalProvider.of(
            "jdbc:postgresql://localhost:1/postgres?password=s3cret",
            Map.of("user", "dba", "password", "s3cret"));

    assertThatThrownBy(unreachable::start)
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("jdbc:postgresql://localhost:1/postgres")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void says_what_a_url_must_look_like() {
    assertThatThrownBy(() -> ExternalProvider.of("postgres://dba:s3cret@localhost/app", Map.of()))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("jdbc:postgresql://host:5432/postgres")
        .hasMessageNotContaining("s3cret");
  }

  private static String url(ScratchDatabase db) throws SQLException {
    try (Connection connection = db.connection()) {
      return connection.getMetaData().getURL().replaceFirst("\\?.*", "");
    }
  }
}
