package dev.dbops.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbops.migrate.error.DbopsException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestcontainersProviderTest {
  private final TestcontainersProvider provider =
      TestcontainersProvider.ofImage(TestcontainersProvider.DEFAULT_IMAGE);

  @Test
  void starts_a_server_where_docker_answers() throws SQLException {
    assumeTrue(provider.obstacle().isEmpty(), () -> provider.obstacle().toString());

    try (ScratchServer server = provider.start();
        ScratchDatabase db = server.create()) {
      assertThat(ScratchDatabaseTest.query(db.dataSource(), "SHOW wal_level")).isEqualTo("logical");
    }
  }

  @Test
  void says_what_to_do_where_docker_does_not_answer() {
    assumeTrue(provider.obstacle().isPresent(), "Docker answers here");

    assertThatThrownBy(provider::start)
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("Docker does not answer. Start it, or set DOCKER_HOST.");
  }
}
