package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.SQLException;

class LiveTableSizesTest {
  @PostgresTest
  void knows_rows_and_bytes_of_what_was_analysed_partitions_together(ScratchDatabase database)
      throws SQLException {
    database.execute(
        """
        CREATE TABLE "Small" (id integer);
        INSERT INTO "Small" SELECT generate_series(1, 7);
        CREATE TABLE parted (id integer) PARTITION BY RANGE (id);
        CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (100);
        CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM (100) TO (200);
        INSERT INTO parted SELECT generate_series(1, 150);
        CREATE TABLE unknown (id integer);
        INSERT INTO unknown VALUES (1);
        """);
    database.execute("ANALYZE \"Small\"; ANALYZE parted_1; ANALYZE parted_2;");

    TableSizes sizes = LiveTableSizes.read(database.dataSource());

    assertThat(sizes.sizeOf(new ObjectName("public", "Small")))
        .hasValueSatisfying(size -> assertThat(size.rows()).isEqualTo(7))
        .hasValueSatisfying(size -> assertThat(size.bytes()).isPositive());
    assertThat(sizes.sizeOf(new ObjectName("public", "parted")))
        .hasValueSatisfying(size -> assertThat(size.rows()).isEqualTo(150));
    assertThat(sizes.sizeOf(new ObjectName("public", "unknown"))).isEmpty();
    assertThat(sizes.sizeOf(new ObjectName("pg_catalog", "pg_class"))).isEmpty();
  }
}
