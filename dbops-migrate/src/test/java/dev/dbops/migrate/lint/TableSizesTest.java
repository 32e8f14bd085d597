package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.error.DbopsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableSizesTest {
  @TempDir Path folder;

  @Test
  void reads_properties_with_units_and_quoted_names() throws IOException {
    Path file = folder.resolve("sizes.properties");
    Files.writeString(
        file,
        """
        orders = 412000000 rows, 96 GB
        billing."Line\\ Items" = 1200, 80 kB
        """);

    TableSizes sizes = TableSizesFile.read(file);

    assertThat(sizes.sizeOf(new ObjectName("public", "orders")))
        .hasValueSatisfying(size -> assertThat(size.words()).isEqualTo("412 M rows, 96 GB"));
    assertThat(sizes.sizeOf(new ObjectName("billing", "Line Items")))
        .contains(new TableSize(1200, 81920));
    assertThat(sizes.sizeOf(new ObjectName("billing", "orders"))).isEmpty();
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
        .hasMessageContaining("orders")
        .hasMessageContaining("public.orders = 412000000 rows, 96 GB");
  }
}
