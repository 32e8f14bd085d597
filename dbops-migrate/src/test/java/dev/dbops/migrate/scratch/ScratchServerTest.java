package dev.dbops.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.error.DbopsException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScratchServerTest {
  @Test
  void lists_each_obstacle_when_there_is_no_server() {
    EmbeddedProvider withoutBinaries = EmbeddedProvider.fromJar(Path.of("no-such.jar"));

    assertThatThrownBy(
            () ->
                ScratchServer.startFirst(
                    List.of(ExternalProvider.fromEnvironment(Map.of()), withoutBinaries)))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("external server: DBOPS_SCRATCH_URL is not set")
        .hasMessageContaining("embedded server: there is no no-such.jar");
  }

  @Test
  void runs_with_the_settings_it_is_given() throws SQLException {
    EmbeddedProvider provider = EmbeddedProvider.fromClassPath().with("fsync", "on");

    try (ScratchServer server = provider.start();
        ScratchDatabase db = server.create()) {
      assertThat(ScratchDatabaseTest.query(db.dataSource(), "SHOW fsync")).isEqualTo("on");
      assertThat(ScratchDatabaseTest.query(db.dataSource(), "SHOW wal_level")).isEqualTo("logical");
    }
  }

  @Test
  void is_gone_with_its_data_once_closed() throws SQLException {
    ScratchServer server = EmbeddedProvider.fromClassPath().start();
    ScratchDatabase db = server.create();
    Path data = Path.of(ScratchDatabaseTest.query(db.dataSource(), "SHOW data_directory"));
    assertThat(data).exists();

    server.close();

    assertThat(data).doesNotExist();
    assertThatThrownBy(db::connection).isInstanceOf(SQLException.class);
  }
}
