package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableSizesTest {
  @TempDir Path folder;

  @Test
  void reads_lines_with_units_and_quoted_names() throws IOException {
    Path file = folder.resolve("sizes.properties");
    Files.writeString(
        file,
        """
        # from production
        orders = 412000000 rows, 96 GB
        billing."Line Items" = 1200, 80 kB
        public."a:b#c = ""d"" e" = 7 rows, 8 kB
        restored = ? rows, 69 MB
        """);

    TableSizes sizes = TableSizesFile.read(file);

    assertThat(sizes.sizeOf(new ObjectName("public", "orders")))
        .hasValueSatisfying(size -> assertThat(size.words()).isEqualTo("412 M rows, 96 GB"));
    assertThat(sizes.sizeOf(new ObjectName("billing", "Line Items")))
        .contains(new TableSize(1200, 81920));
    assertThat(sizes.sizeOf(new ObjectName("public", "a:b#c = \"d\" e")))
        .contains(new TableSize(7, 8192));
    assertThat(sizes.sizeOf(new ObjectName("billing", "orders"))).isEmpty();
    assertThat(sizes.sizeOf(new ObjectName("public", "restored"))).isEmpty();
  }

  @Test
  void the_documented_query_writes_what_is_read() throws IOException, SQLException {
    String page = Files.readString(Path.of("../docs/linting.md"));
    int start = page.indexOf("```sql\nWITH RECURSIVE") + "```sql\n".length();
    String query = page.substring(start, page.indexOf("```", start));
    StringBuilder lines = new StringBuilder();
    try (ScratchDatabase database = Postgres.oldest().create();
        Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE "Order Items" AS SELECT i FROM generate_series(1, 5000) AS i;
          ANALYZE "Order Items";
          CREATE TABLE restored WITH (autovacuum_enabled = off) AS SELECT 1 AS i;
          CREATE TABLE parted (i int) PARTITION BY RANGE (i);
          CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (1000);
          CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM (1000) TO (3000);
          INSERT INTO parted SELECT i FROM generate_series(0, 2999) AS i;
          ANALYZE parted_1;
          ANALYZE parted_2;
          """);
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          lines.append(rows.getString(1)).append("\n");
        }
      }
    }
    Path file = Files.writeString(folder.resolve("sizes.properties"), lines);

    TableSizes sizes = TableSizesFile.read(file);

    assertThat(rows(sizes, "Order Items")).contains(5000L);
    assertThat(rows(sizes, "parted")).contains(3000L);
    assertThat(rows(sizes, "parted_2")).contains(2000L);
    assertThat(lines).contains("public.restored = ? rows");
    assertThat(rows(sizes, "restored")).isEmpty();
  }

  private static Optional<Long> rows(TableSizes sizes, String table) {
    return sizes.sizeOf(new ObjectName("public", table)).map(TableSize::rows);
  }

  @Test
  void reads_json() throws IOException {
    Path file = folder.resolve("sizes.json");
    Files.writeString(file, "{\"public.orders\": {\"rows\": 7, \"bytes\": 8192}}");

    assertThat(TableSizesFile.read(file).sizeOf(new ObjectName("public", "orders")))
        .contains(new TableSize(7, 8192));
  }

  @Test
  void says_how_a_size_is_written() throws IOException {
    Path file = folder.resolve("sizes.properties");
    Files.writeString(file, "orders = huge");

    assertThatThrownBy(() -> TableSizesFile.read(file))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("sizes.properties:1")
        .hasMessageContaining("public.orders = 412000000 rows, 96 GB");
  }
}
