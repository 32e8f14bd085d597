package dev.dbops.migrate.catalog.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.Postgres;
import dev.dbops.migrate.testing.PostgresTest;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {
  private static final String TABLES =
      """
      CREATE TABLE customer (id bigint PRIMARY KEY, "näme ""x"" \\\\" text);
      COMMENT ON TABLE customer IS E'two\\nlines, "quotes" and \\u00e9';
      """;
  private static final String VIEW = "CREATE VIEW v AS SELECT id FROM customer;";
  private static final String MORE = "CREATE TABLE account (id bigint PRIMARY KEY);";

  @PostgresTest(from = 12)
  void reads_what_it_has_written(ScratchDatabase database, @TempDir Path directory)
      throws SQLException {
    database.execute(TABLES + VIEW);
    CatalogSnapshot snapshot = CatalogReader.create().read(database.dataSource());
    Path file = directory.resolve("new/schema.json");

    SnapshotFile.write(snapshot, file);

    CatalogSnapshot again = SnapshotFile.read(file);
    assertThat(again).isEqualTo(snapshot);
    assertThat(again.hash()).isEqualTo(snapshot.hash());
  }

  @PostgresTest(from = 12)
  void equal_schemas_give_equal_bytes_whatever_the_order_they_were_made_in(ScratchDatabase database)
      throws SQLException, IOException {
    database.execute(TABLES + VIEW + MORE);

    try (ScratchDatabase other = Postgres.major(database.majorVersion()).create()) {
      other.execute(MORE + TABLES + VIEW);

      assertThat(text(other)).isEqualTo(text(database));
    }
  }

  private static String text(ScratchDatabase database) throws IOException {
    StringWriter text = new StringWriter();
    SnapshotFile.write(CatalogReader.create().read(database.dataSource()), text);
    return text.toString();
  }

  @Test
  void says_what_is_no_snapshot(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("broken.json"), "{\"format\": ");

    assertThatThrownBy(() -> SnapshotFile.read(file))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("broken.json is no snapshot");
    assertThatThrownBy(() -> SnapshotFile.read(new StringReader("{}"), "empty.json"))
        .hasMessageContaining("empty.json is no snapshot of version 1");
    assertThatThrownBy(() -> SnapshotFile.read(directory.resolve("none.json")))
        .hasMessageContaining("none.json could not be read");
  }
}
