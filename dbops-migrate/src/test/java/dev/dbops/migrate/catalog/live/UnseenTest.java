package dev.dbops.migrate.catalog.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

class UnseenTest {
  private static final CatalogReader READER = CatalogReader.create();

  @PostgresTest(from = 12)
  void says_nothing_of_pieces_of_what_is_known(ScratchDatabase database) throws SQLException {
    database.execute(
        """
        CREATE TYPE mood AS ENUM ('ok');
        CREATE TYPE span AS RANGE (subtype = integer);
        CREATE TYPE pair AS (a integer, b mood[]);
        CREATE DOMAIN required AS text NOT NULL CHECK (VALUE <> '');
        CREATE TABLE parent (id bigint PRIMARY KEY, long text, m mood DEFAULT 'ok', UNIQUE (long));
        CREATE TABLE child (p pair, CHECK (id > 0)) INHERITS (parent);
        CREATE VIEW v AS SELECT * FROM parent;
        CREATE STATISTICS s ON id, long FROM parent;
        """);

    assertThat(READER.read(database.dataSource()).unseen()).isEmpty();
  }

  @PostgresTest(from = 12)
  void says_nothing_of_what_extensions_and_sessions_have(ScratchDatabase database)
      throws SQLException {
    database.execute("CREATE EXTENSION citext");
    try (Connection session = database.dataSource().getConnection();
        Statement statement = session.createStatement()) {
      statement.execute(
          """
          CREATE TEMPORARY TABLE mine (id serial PRIMARY KEY, t text DEFAULT 'x', CHECK (id > 0));
          CREATE TYPE pg_temp.short AS ENUM ('a');
          CREATE VIEW pg_temp.v AS SELECT * FROM mine;
          CREATE RULE r AS ON DELETE TO mine DO INSTEAD NOTHING;
          """);

      assertThat(READER.read(database.dataSource()).unseen()).isEmpty();
    }
  }

  @PostgresTest(from = 12)
  void names_what_is_in_the_schemas_of_the_server(ScratchDatabase database) throws SQLException {
    database.execute(
        "CREATE FUNCTION pg_catalog.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'");

    assertThat(READER.read(database.dataSource()).unseen())
        .containsExactly("function mine(), which is in pg_proc");
  }

  @PostgresTest(from = 12)
  void names_what_is_added_to_things_of_the_server(ScratchDatabase database) throws SQLException {
    database.execute(
        """
        CREATE FUNCTION same(integer, date) RETURNS boolean LANGUAGE sql AS 'SELECT true';
        CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = date, FUNCTION = same);
        ALTER OPERATOR FAMILY integer_ops USING btree ADD OPERATOR 3 === (integer, date);
        """);

    assertThat(READER.read(database.dataSource()).unseen())
        .singleElement()
        .asString()
        .contains("operator 3", "integer_ops", "which is in pg_amop");
  }

  @PostgresTest(from = 12)
  void counts_large_objects(ScratchDatabase database) throws SQLException {
    database.execute("SELECT lo_create(0), lo_create(0)");

    assertThat(READER.read(database.dataSource()).unseen())
        .containsExactly("large objects, which are rows rather than schema: 2");
  }

  @PostgresTest(from = 12)
  void a_strict_reader_fails_on_what_it_does_not_know(ScratchDatabase database)
      throws SQLException {
    database.execute("SELECT lo_create(0)");

    assertThatThrownBy(() -> READER.strict().read(database.dataSource()))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("large objects, which are rows rather than schema: 1");
  }
}
