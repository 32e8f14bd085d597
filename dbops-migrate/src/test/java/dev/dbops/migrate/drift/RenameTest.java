package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.Postgres;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenameTest {
  @PostgresTest(from = 12)
  void sees_what_was_renamed_and_how_to_give_the_name_back(ScratchDatabase database)
      throws SQLException {
    database.execute(
        """
        CREATE TABLE orders (id bigint PRIMARY KEY, parent bigint REFERENCES orders, total numeric);
        CREATE TABLE customers (id bigint, "first name" text, last_name text, age integer,
                                CONSTRAINT grown_up CHECK (age > 17));
        CREATE INDEX by_age ON customers (age);
        CREATE VIEW adults AS SELECT age FROM customers;
        CREATE TYPE mood AS ENUM ('sad', 'happy');
        CREATE TYPE address AS (street text, city text);
        CREATE DOMAIN amount AS numeric CONSTRAINT positive CHECK (VALUE > 0);
        CREATE FUNCTION "half (1)"(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n / 2';
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER touched BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE POLICY own ON orders USING (id > 0);
        """);
    CatalogSnapshot expected = read(database);
    database.execute(
        """
        ALTER TABLE customers RENAME COLUMN last_name TO "family name";
        ALTER TABLE customers RENAME CONSTRAINT grown_up TO of_age;
        ALTER INDEX by_age RENAME TO customers_age;
        ALTER VIEW adults RENAME TO grown_ups;
        ALTER TYPE mood RENAME TO feeling;
        ALTER TYPE address RENAME ATTRIBUTE city TO town;
        ALTER DOMAIN amount RENAME CONSTRAINT positive TO above_zero;
        ALTER FUNCTION "half (1)"(integer) RENAME TO "half (2)";
        ALTER TRIGGER touched ON orders RENAME TO orders_touched;
        ALTER POLICY own ON orders RENAME TO own_rows;
        ALTER TABLE orders RENAME TO purchases;
        """);

    List<Rename> renames = find(expected, read(database));

    assertThat(renames)
        .extracting(Rename::toString)
        .contains(
            "table public.purchases is perhaps what the migrations call orders",
            "column public.customers.family name is perhaps what the migrations call last_name");
    for (Rename rename : renames) {
      database.execute(rename.ofDatabase());
    }
    for (Rename rename : find(expected, read(database))) {
      database.execute(rename.ofDatabase());
    }
    assertThat(DriftDetector.compare(expected, read(database))).isEmpty();
  }

  @Test
  void the_statement_for_the_migrations_goes_the_other_way() throws SQLException {
    List<Rename> renames =
        find("CREATE TABLE t (a integer, b text);", "ALTER TABLE t RENAME b TO \"select\";");

    assertThat(renames)
        .singleElement()
        .satisfies(
            rename -> {
              assertThat(rename.ofDatabase())
                  .isEqualTo("ALTER TABLE public.t RENAME COLUMN \"select\" TO b");
              assertThat(rename.ofMigrations())
                  .isEqualTo("ALTER TABLE public.t RENAME COLUMN b TO \"select\"");
            });
  }

  @Test
  void does_not_guess_where_two_are_alike() throws SQLException {
    List<Rename> renames =
        find(
            "CREATE TABLE t (a integer, b text, c text);",
            "ALTER TABLE t RENAME b TO x; ALTER TABLE t RENAME c TO y;");

    assertThat(renames).isEmpty();
  }

  @Test
  void a_column_in_another_place_is_another_column() throws SQLException {
    List<Rename> renames =
        find("CREATE TABLE t (b text, a integer);", "ALTER TABLE t DROP b, ADD c text;");

    assertThat(renames).isEmpty();
  }

  @Test
  void a_thing_that_differs_in_more_than_its_name_is_another_thing() throws SQLException {
    List<Rename> renames =
        find(
            "CREATE TABLE t (a integer CONSTRAINT big CHECK (a > 9)); CREATE TABLE s (a integer);",
            """
            ALTER TABLE t DROP CONSTRAINT big; ALTER TABLE t ADD CONSTRAINT small CHECK (a < 9);
            ALTER TABLE s RENAME TO r; ALTER TABLE r ALTER a SET DEFAULT 1;
            """);

    assertThat(renames).isEmpty();
  }

  @Test
  void an_operator_has_no_statement_that_renames_it() throws SQLException {
    List<Rename> renames =
        find(
            """
            CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
            CREATE OPERATOR @@@ (FUNCTION = f, RIGHTARG = integer);
            """,
            """
            DROP OPERATOR @@@ (NONE, integer); CREATE OPERATOR ### (FUNCTION = f, RIGHTARG = integer);
            """);

    assertThat(renames).isEmpty();
  }

  private static List<Rename> find(String given, String change) throws SQLException {
    try (ScratchDatabase database = Postgres.newest().create()) {
      database.execute(given);
      CatalogSnapshot expected = read(database);
      database.execute(change);
      return find(expected, read(database));
    }
  }

  private static List<Rename> find(CatalogSnapshot expected, CatalogSnapshot actual) {
    return RenameFinder.find(DriftDetector.compare(expected, actual), expected, actual);
  }

  private static CatalogSnapshot read(ScratchDatabase database) {
    return CatalogReader.create().read(database.dataSource());
  }
}
