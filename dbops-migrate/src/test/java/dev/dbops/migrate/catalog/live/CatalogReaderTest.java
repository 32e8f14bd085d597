package dev.dbops.migrate.catalog.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.SQLException;

class CatalogReaderTest {
  @PostgresTest(from = 12)
  void reads_a_small_schema(ScratchDatabase database) throws SQLException {
    database.execute(
        """
        CREATE TABLE orders (id bigint PRIMARY KEY, total numeric(10,2) NOT NULL CHECK (total > 0));
        CREATE INDEX by_total ON orders (total);
        CREATE VIEW v AS SELECT * FROM orders;
        COMMENT ON COLUMN orders.total IS 'x';
        GRANT SELECT ON orders TO PUBLIC;
        """);

    CatalogSnapshot snapshot = CatalogReader.create().read(database.dataSource());

    snapshot.facts().values().forEach(System.out::println);
    System.out.println(snapshot.dependencies());
    assertThat(snapshot.facts()).isNotEmpty();
  }
}
