package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.Postgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceSeverityTest {
  private static final String GIVEN =
      """
      DO $$ BEGIN CREATE ROLE dbops_probe_reader; EXCEPTION WHEN duplicate_object THEN END $$;
      CREATE TABLE target (x integer PRIMARY KEY);
      CREATE TABLE t (a integer NOT NULL, b integer, c text, CONSTRAINT uq UNIQUE (a),
                      CONSTRAINT fk FOREIGN KEY (b) REFERENCES target,
                      CONSTRAINT ck CHECK (a > 0));
      CREATE UNIQUE INDEX unique_b ON t (b);
      CREATE INDEX by_c ON t (c);
      CREATE POLICY own ON t USING (a > 1);
      ALTER TABLE t ENABLE ROW LEVEL SECURITY;
      CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
      COMMENT ON TABLE t IS 'a table';
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t DROP COLUMN c",
        "ALTER TABLE t DROP CONSTRAINT uq",
        "ALTER TABLE t DROP CONSTRAINT fk",
        "ALTER TABLE t ALTER a DROP NOT NULL",
        "ALTER TABLE t ADD d integer NOT NULL",
        "ALTER TABLE t ALTER b TYPE bigint",
        "ALTER TABLE t DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE t ADD CONSTRAINT more CHECK (b > 0)",
        "ALTER TABLE t ALTER CONSTRAINT fk NOT ENFORCED",
        "DROP TABLE t",
        "DROP INDEX unique_b",
        "CREATE UNIQUE INDEX more ON t (c)",
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'unique_b'::regclass",
        "DROP POLICY own ON t",
        "ALTER POLICY own ON t USING (true)",
        "ALTER FUNCTION f() SECURITY DEFINER",
        "CREATE FUNCTION g() RETURNS integer SECURITY DEFINER LANGUAGE sql AS 'SELECT 1'",
        "GRANT DELETE ON t TO dbops_probe_reader",
      })
  void statements_fail_or_wrong_rows_get_in_or_rights_are_wrong(String change) throws SQLException {
    assertThat(severityOf(change)).isEqualTo(Severity.ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP INDEX by_c",
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'by_c'::regclass",
        "ALTER TABLE t ADD d integer",
        "CREATE TABLE more (a integer)",
        "CREATE OR REPLACE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 2'",
        "ALTER TABLE t ALTER b SET DEFAULT 1",
        """
        ALTER TABLE t DROP CONSTRAINT ck;
        ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0) NOT VALID
        """,
      })
  void statements_do_something_else_or_are_slower(String change) throws SQLException {
    assertThat(severityOf(change)).isEqualTo(Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMENT ON TABLE t IS 'the table'",
        "ALTER TABLE t ALTER c SET STATISTICS 500",
        "ALTER TABLE t ALTER c SET STORAGE EXTERNAL",
        "ALTER TABLE t SET (fillfactor = 70)",
        "ALTER INDEX by_c SET (fillfactor = 70)",
        "ALTER FUNCTION f() COST 7",
      })
  void nobody_sees_it_who_does_not_look_for_it(String change) throws SQLException {
    assertThat(severityOf(change)).isEqualTo(Severity.INFO);
  }

  @Test
  void the_order_of_columns_is_a_note() throws SQLException {
    try (ScratchDatabase expected = Postgres.newest().create();
        ScratchDatabase actual = Postgres.newest().create()) {
      expected.execute("CREATE TABLE t (a integer, b integer)");
      actual.execute("CREATE TABLE t (b integer, a integer)");

      assertThat(severityOf(read(expected), read(actual))).isEqualTo(Severity.INFO);
    }
  }

  private static Severity severityOf(String change) throws SQLException {
    try (ScratchDatabase database = Postgres.newest().create()) {
      database.execute(GIVEN);
      CatalogSnapshot expected = read(database);
      database.execute(change);
      return severityOf(expected, read(database));
    }
  }

  private static Severity severityOf(CatalogSnapshot expected, CatalogSnapshot actual) {
    return DriftDetector.compare(expected, actual).stream()
        .map(difference -> DifferenceSeverity.of(difference, actual))
        .reduce((a, b) -> a.isAtLeast(b) ? a : b)
        .orElseThrow();
  }

  private static CatalogSnapshot read(ScratchDatabase database) {
    return CatalogReader.create().read(database.dataSource());
  }
}
