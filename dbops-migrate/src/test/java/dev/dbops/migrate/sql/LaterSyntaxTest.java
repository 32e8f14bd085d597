package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaterSyntaxTest {
  private static final String SYNTAX_ERROR = "42601";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          11 | CREATE INDEX ON t (a) INCLUDE (b)
          11 | CREATE PROCEDURE p() LANGUAGE sql AS ''
          11 | CALL p()
          11 | DROP PROCEDURE p()
          11 | DROP ROUTINE p
          11 | CREATE TABLE u PARTITION OF t DEFAULT
          11 | ALTER TABLE t ATTACH PARTITION u DEFAULT
          12 | REINDEX TABLE CONCURRENTLY t
          12 | CREATE TABLE u (a int, b int GENERATED ALWAYS AS (a) STORED)
          12 | ALTER TABLE t ADD g int GENERATED ALWAYS AS (a) STORED
          13 | ALTER TABLE t ALTER a DROP EXPRESSION
          14 | CREATE OR REPLACE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE PROCEDURE f()
          14 | ALTER TABLE t DETACH PARTITION u CONCURRENTLY
          14 | ALTER TABLE t DETACH PARTITION u FINALIZE
          14 | ALTER TABLE t ALTER a SET COMPRESSION pglz
          15 | ALTER TABLE t SET ACCESS METHOD heap
          15 | CREATE UNIQUE INDEX ON t (a) NULLS NOT DISTINCT
          15 | ALTER TABLE t ADD UNIQUE NULLS NOT DISTINCT (a)
          15 | MERGE INTO t USING u ON true WHEN MATCHED THEN DELETE
          17 | ALTER TABLE t ALTER a SET EXPRESSION AS (b)
          18 | ALTER TABLE t ADD g int GENERATED ALWAYS AS (a)
          18 | ALTER TABLE t ADD g int GENERATED ALWAYS AS (a) VIRTUAL
          18 | ALTER TABLE t ADD CONSTRAINT c NOT NULL a
          18 | CREATE TABLE u (a int, NOT NULL a)
          18 | ALTER TABLE t ADD CHECK (a > 0) NOT ENFORCED
          18 | ALTER TABLE t ALTER CONSTRAINT c NOT ENFORCED
          99 | CREATE TABLE u (a int NOT NULL UNIQUE DEFAULT 1 CHECK (a > 0))
          """)
  void knows_since_when_servers_understand_a_clause(int since, String sql) throws SQLException {
    Statement statement =
        SqlParser.parse(
            Splitter.split(SqlText.verbatim(SourceFile.of("a.sql", sql).whole())).get(0));

    for (int version : Postgres.majors()) {
      boolean understood = isUnderstood(sql, version);

      assertThat(understood)
          .as("PostgreSQL %d: %s", version, sql)
          .isEqualTo(since == 99 || version >= since);
      assertThat(LaterSyntax.isRefused(statement, version)).isEqualTo(!understood);
    }
  }

  /** The server may well refuse it for want of the table. */
  private static boolean isUnderstood(String sql, int version) throws SQLException {
    try (ScratchDatabase database = Postgres.major(version).create();
        Connection connection = database.connection();
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return true;
    } catch (SQLException refused) {
      return !SYNTAX_ERROR.equals(refused.getSQLState());
    }
  }
}
