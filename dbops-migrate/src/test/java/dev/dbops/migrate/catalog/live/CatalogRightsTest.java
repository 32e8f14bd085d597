package dev.dbops.migrate.catalog.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** What a role may not read is said, never taken as absent. */
class CatalogRightsTest {
  private static final CatalogReader READER = CatalogReader.create();

  /** What somebody may have revoked, and how the server calls it. */
  private static final Map<String, String> REVOKED =
      Map.of(
          "SELECT ON pg_catalog.pg_policy", "pg_policy",
          "SELECT ON pg_catalog.pg_trigger", "pg_trigger",
          "SELECT ON pg_catalog.pg_seclabel", "pg_seclabel",
          "EXECUTE ON FUNCTION pg_catalog.pg_get_viewdef(oid)", "function pg_get_viewdef",
          "EXECUTE ON FUNCTION pg_catalog.pg_get_triggerdef(oid)", "function pg_get_triggerdef");

  @PostgresTest(from = 12)
  void what_was_revoked_is_named(ScratchDatabase database) throws SQLException {
    database.execute(
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_no_rights') THEN
            CREATE ROLE dbops_no_rights;
          END IF;
        END $$;
        """);
    for (Map.Entry<String, String> revoked : REVOKED.entrySet()) {
      database.execute("REVOKE " + revoked.getKey() + " FROM PUBLIC");
      try (Connection connection = database.connection();
          Statement statement = connection.createStatement()) {
        statement.execute("SET ROLE dbops_no_rights");

        assertThatThrownBy(() -> READER.read(CatalogReaderFaultsTest.only(connection)))
            .isInstanceOf(DbopsException.class)
            .hasMessageContaining("permission denied for")
            .hasMessageContaining(revoked.getValue())
            .hasMessageContaining("Grant it to the role again, or read as a role that has it");
      }
      database.execute("GRANT " + revoked.getKey() + " TO PUBLIC");
    }
  }

  @PostgresTest(from = 12)
  void names_the_positions_that_only_others_may_read(ScratchDatabase database) throws SQLException {
    database.execute(
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_no_rights') THEN
            CREATE ROLE dbops_no_rights;
          END IF;
        END $$;
        CREATE SEQUENCE counted;
        SELECT nextval('counted');
        """);
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE dbops_no_rights");

      CatalogSnapshot snapshot =
          READER.withSequencePositions().read(CatalogReaderFaultsTest.only(connection));

      assertThat(snapshot.ofKind("sequence position")).isEmpty();
      assertThat(snapshot.unseen())
          .containsExactly(
              "position of sequence public.counted, which needs the privilege USAGE or SELECT");
    }
  }
}
