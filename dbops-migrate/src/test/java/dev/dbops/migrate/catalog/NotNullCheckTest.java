package dev.dbops.migrate.catalog;

import static dev.dbops.migrate.catalog.Replayed.history;
import static dev.dbops.migrate.catalog.Replayed.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dbops.migrate.sql.RawStatement;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether SET NOT NULL trusts a check, and need not scan the table: asked of a server. */
class NotNullCheckTest {
  private static final String TABLE =
      "CREATE TABLE t (a int, b int, c text, flag boolean, other int, \"A b\" int, \"end\" int);";

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a IS NOT NULL",
        "A is Not nuLL",
        "a NOTNULL",
        "\"a\" IS NOT NULL",
        "((a)) IS NOT NULL",
        "((a IS NOT NULL))",
        "t.a IS NOT NULL",
        "public.t.a IS NOT NULL",
        "a IS /* really */ NOT NULL -- yes",
        "a IS NOT NULL AND b > 0",
        "b > 0 AND (c <> '' AND a IS NOT NULL)",
        "(a IS NOT NULL) AND (b IS NOT NULL)",
        "b BETWEEN 1 AND 2 AND a IS NOT NULL",
        "NOT (a IS NULL)",
        "NOT a IS NULL",
        "NOT NOT a IS NOT NULL",
        "NOT (a IS NULL OR b < 0)",
        "(a IS NOT NULL AND b > 0) OR (a IS NOT NULL AND b < 0)",
        "a IS NOT NULL OR false",
        "a IS NOT NULL AND true",
        "a IS DISTINCT FROM NULL",
        "NOT (a IS NOT DISTINCT FROM NULL)",
        "CASE WHEN b > 0 AND b < 9 THEN flag ELSE true END AND a IS NOT NULL",
        "a IS NOT NULL AND \"end\" > 0",
      })
  void is_trusted_where_the_server_trusts_it(String condition) throws SQLException {
    assertThat(replayed(condition)).isTrue();
    assumeThat(majorVersion()).isGreaterThanOrEqualTo(12);
    assertThat(trustedByServer(condition)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b IS NOT NULL",
        "a > 0",
        "a = 1",
        "a IS NULL",
        "a IS NOT NULL OR b > 0",
        "a IS NOT NULL OR b IS NOT NULL",
        "NOT (a IS NOT NULL)",
        "NOT (a IS NULL AND b IS NULL)",
        "a + 1 IS NOT NULL",
        "a::text IS NOT NULL",
        "-a IS NOT NULL",
        "coalesce(a, b) IS NOT NULL",
        "(a IS NOT NULL) = flag",
        "flag = (a IS NOT NULL)",
        "CASE WHEN flag THEN a IS NOT NULL END",
        "CASE WHEN flag AND a IS NOT NULL THEN true END",
        "b BETWEEN 1 AND a IS NOT NULL",
        "c = 'a IS NOT NULL'",
        "c <> '' /* AND a IS NOT NULL */",
        "\"A b\" IS NOT NULL",
        "a IS DISTINCT FROM 1",
        "a IS NOT DISTINCT FROM NULL",
        "num_nonnulls(a) = 1",
        "flag AND (b > 0 OR a IS NOT NULL)",
      })
  void is_not_trusted_where_the_server_does_not(String condition) throws SQLException {
    assertThat(replayed(condition)).isFalse();
    assertThat(trustedByServer(condition)).isFalse();
  }

  @Test
  void counts_once_it_is_validated() {
    String check = TABLE + "ALTER TABLE t ADD CONSTRAINT k CHECK (a IS NOT NULL) NOT VALID;";

    assertThat(isTrusted(check)).isFalse();
    assertThat(isTrusted(check + "ALTER TABLE t VALIDATE CONSTRAINT k;")).isTrue();
    assertThat(isTrusted(check + "ALTER TABLE t VALIDATE CONSTRAINT other;")).isFalse();
    assertThat(
            isTrusted(
                check + "ALTER TABLE t VALIDATE CONSTRAINT k; ALTER TABLE t DROP CONSTRAINT k;"))
        .isFalse();
  }

  @Test
  void counts_on_a_table_of_which_nothing_else_is_known() {
    assertThat(
            isTrusted(
                """
                ALTER TABLE t ADD CONSTRAINT k CHECK (a IS NOT NULL) NOT VALID;
                ALTER TABLE t VALIDATE CONSTRAINT k;
                """))
        .isTrue();
  }

  @Test
  void counts_for_nothing_while_it_is_not_enforced() {
    assertThat(isTrusted(TABLE + "ALTER TABLE t ADD CHECK (a IS NOT NULL) NOT ENFORCED;"))
        .isFalse();
  }

  @Test
  void follows_its_column_when_that_is_renamed() {
    SchemaState state =
        history(
                TABLE
                    + """
                    ALTER TABLE t ADD CHECK (a IS NOT NULL);
                    ALTER TABLE t RENAME COLUMN a TO x;
                    ALTER TABLE t RENAME COLUMN b TO a;
                    """)
            .state();

    assertThat(state.hasValidatedNotNullCheck(name("t"), "x")).isTrue();
    assertThat(state.hasValidatedNotNullCheck(name("t"), "a")).isFalse();
  }

  @Test
  void is_found_under_a_quoted_name() {
    SchemaState state = history(TABLE + "ALTER TABLE t ADD CHECK (\"A b\" IS NOT NULL);").state();

    assertThat(state.hasValidatedNotNullCheck(name("t"), "A b")).isTrue();
  }

  private static boolean isTrusted(String sql) {
    return history(sql).state().hasValidatedNotNullCheck(name("t"), "a");
  }

  private static boolean replayed(String condition) {
    return isTrusted(TABLE + "ALTER TABLE t ADD CHECK (" + condition + "\n);");
  }

  /** The server says so when it needs not look at the rows. */
  private static boolean trustedByServer(String condition) throws SQLException {
    String sql = TABLE + "ALTER TABLE t ADD CHECK (" + condition + "\n);";
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (RawStatement raw : Replayed.split(sql)) {
        statement.execute(raw.sql().text().substring(raw.start(), raw.end()));
      }
      statement.execute("SET LOCAL client_min_messages = debug1");
      statement.clearWarnings();
      statement.execute("ALTER TABLE t ALTER a SET NOT NULL");
      boolean trusted = false;
      for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
        trusted |= String.valueOf(each.getMessage()).contains("sufficient to prove");
      }
      connection.rollback();
      return trusted;
    }
  }

  private static int majorVersion() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      return connection.getMetaData().getDatabaseMajorVersion();
    }
  }
}
