package dev.dbops.migrate.catalog.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.drift.DriftDetector;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.SQLException;
import java.util.List;

/** A superuser has written to the catalogs, or a disk has lost a page of them. */
class DamagedThingsTest {
  private static final CatalogReader READER = CatalogReader.create();

  private static final String GIVEN =
      """
      CREATE FUNCTION lost(numeric) RETURNS numeric LANGUAGE sql AS 'SELECT $1';
      CREATE TABLE orders (
        id bigint PRIMARY KEY, total numeric DEFAULT lost(1), note text DEFAULT 'none');
      CREATE VIEW broken AS SELECT lost(total) AS total FROM orders;
      CREATE VIEW sound AS SELECT id FROM orders;
      COMMENT ON VIEW broken IS 'once it worked';
      """;

  private static final String DAMAGE = "DELETE FROM pg_proc WHERE proname = 'lost'";

  @PostgresTest(from = 12)
  void the_definition_of_a_broken_view_is_named_and_the_rest_is_read(ScratchDatabase database)
      throws SQLException {
    database.execute(GIVEN);
    CatalogSnapshot before = READER.read(database.dataSource());
    database.execute(DAMAGE);

    CatalogSnapshot after = READER.read(database.dataSource());

    assertThat(after.unseen())
        .hasSize(2)
        .anyMatch(
            line ->
                line.startsWith(
                    "definition of view public.broken, which the server cannot tell:"
                        + " ERROR: cache lookup failed for function"))
        .anyMatch(line -> line.startsWith("default of column public.orders.total, which"));
    assertThat(DriftDetector.compare(before, after))
        .extracting(difference -> difference.key().toString())
        .containsExactlyInAnyOrder(
            "view public.broken", "column public.orders.total", "function public.lost(numeric)");
  }

  @PostgresTest(from = 12)
  void a_strict_reader_refuses_what_the_server_cannot_tell(ScratchDatabase database)
      throws SQLException {
    database.execute(GIVEN + DAMAGE);

    assertThatThrownBy(() -> READER.strict().read(database.dataSource()))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("definition of view public.broken, which the server cannot tell");
  }

  @PostgresTest(from = 12)
  void a_function_whose_language_is_gone_is_never_taken_as_absent(ScratchDatabase database)
      throws SQLException {
    database.execute(
        """
        CREATE LANGUAGE spoken HANDLER plpgsql_call_handler;
        CREATE FUNCTION mute() RETURNS integer LANGUAGE spoken AS 'BEGIN RETURN 1; END';
        CREATE FUNCTION heard() RETURNS integer LANGUAGE sql AS 'SELECT 1';
        DELETE FROM pg_language WHERE lanname = 'spoken';
        """);

    CatalogSnapshot snapshot = READER.read(database.dataSource());

    assertThat(snapshot.unseen()).anyMatch(line -> line.contains("mute()"));
    assertThat(snapshot.fact(FactKey.of("function", List.of("public"), "heard()"))).isPresent();
  }
}
