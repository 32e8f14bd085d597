package dev.dbops.migrate.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.FunctionCall;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Volatility;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionVolatilityTest {
  /** The user's own; plpgsql, since the server looks into functions of SQL. */
  private static final String FUNCTIONS =
      """
      CREATE SCHEMA app;
      CREATE FUNCTION undeclared() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
      CREATE FUNCTION plus_one(a int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RETURN a + 1; END $$;
      CREATE FUNCTION settled() RETURNS int LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN 1; END $$;
      CREATE FUNCTION app.restless() RETURNS int LANGUAGE plpgsql VOLATILE AS $$ BEGIN RETURN 1; END $$;
      CREATE FUNCTION app.settled() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
      CREATE FUNCTION "MixedCase"() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
      CREATE FUNCTION "Mixed""Calm"() RETURNS int LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN 1; END $$;
      CREATE SEQUENCE numbers;
      CREATE DOMAIN mood AS text;
      """;

  private static EmbeddedPostgres server;
  private static SchemaState state = SchemaState.empty();

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = EmbeddedPostgres.start();
    state = Replayed.script(FUNCTIONS);
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(FUNCTIONS);
      statement.execute("CREATE TABLE t AS SELECT generate_series(1, 10) AS id");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /** A new column's default rewrites the table if, and only if, it is volatile (11 and newer). */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int | -5",
        "int | (- (5))",
        "int | +1 - 2 * 3",
        "numeric | 1.5e3",
        "text | 'x'",
        "text | ('x'::text)",
        "text | E'random()'",
        "text | $$random()$$",
        "text | 'it''s random()'",
        "text | /* random() */ 'x'",
        "varchar(10) | 'x'::character varying(10)",
        "text | CAST('x' AS varchar(10))",
        "text | U&'\\0061'",
        "bit(3) | B'101'",
        "int | NULL",
        "boolean | true",
        "boolean | (NOT false AND (1 = 1 OR 2 > 3))",
        "jsonb | '{}'::jsonb",
        "int[] | ARRAY[1, 2]",
        "text[] | ARRAY[]::text[]",
        "int[] | '{}'",
        "uuid | '00000000-0000-0000-0000-000000000000'",
        "date | CURRENT_DATE",
        "timestamptz | CURRENT_TIMESTAMP(3)",
        "timestamp | LOCALTIMESTAMP",
        "timestamptz | now()",
        "timestamptz | NOW ( )",
        "timestamptz | now() - interval '1 day'",
        "timestamptz | pg_catalog.now()",
        "timestamptz | transaction_timestamp()",
        "timestamptz | statement_timestamp()",
        "timestamp | (now() AT TIME ZONE 'utc')",
        "timestamp | timezone('utc'::text, now())",
        "timestamp | (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')",
        "int | EXTRACT(year FROM now())::int",
        "int | date_part('year', CURRENT_DATE)",
        "date | ('now'::text)::date",
        "text | to_char(now(), 'YYYY-MM')",
        "text | current_user",
        "text | USER",
        "text | current_schema",
        "text | current_setting('server_version')",
        "text | md5('a')",
        "int | abs(-5)",
        "text | COALESCE(NULL, upper('a'))",
        "text | CASE WHEN true THEN 'a' ELSE lower('B') END",
        "text | 'a' || 'b'",
        "text | concat('a', 1)",
        "text | substring('abc' FROM 2 FOR 1)",
        "text | trim(both ' ' from ' x ')",
        "int | greatest(1, least(2, 3))",
        "interval | make_interval(days => 1)",
        "interval | interval '1' day",
        "mood | 'ok'::mood",
        "int | plus_one(1)",
        "int | settled()",
        "int | public.settled()",
        "int | plus_one(settled())",
        "int | \"Mixed\"\"Calm\"()",
        "timestamptz | clock_timestamp()",
        "text | timeofday()",
        "float8 | random()",
        "float8 | random()*5",
        "int | floor(random() * (10))::int",
        "float8 | pg_catalog.random()",
        "float8 | \"random\"()",
        "float8 | pg_catalog . \"random\" ()",
        "float8[] | ARRAY[1, random()]",
        "text | md5(random()::text)",
        "text | substring('abc' FROM floor(random() * 3)::int)",
        "text | overlay('abc' placing 'x' from floor(1 + random())::int)",
        "int | position('a' in md5(random()::text))",
        "text | concat(VARIADIC ARRAY[md5(random()::text)])",
        "float8 | (ARRAY[1, 2])[1 + floor(random())::int]",
        "float8 | CASE WHEN true THEN random() END",
        "float8 | COALESCE(NULL, random())",
        "boolean | (random() BETWEEN 0 AND 1 AND true)",
        "interval | interval '1 day' * random()",
        "timestamp | (clock_timestamp() AT TIME ZONE 'utc')",
        "bigint | nextval('numbers')",
        "bigint | nextval('numbers'::regclass)",
        "bigint | NEXTVAL('numbers')",
        "bigint | pg_catalog.setval('numbers', 7)",
        "int | undeclared()",
        "int | plus_one(undeclared())",
        "int | app.restless()",
        "int | app.settled()",
        "int | \"MixedCase\"()",
        "int | plus_one(a => undeclared())",
        "bigint | txid_current()",
        "text | pg_sleep(0)::text",
      })
  void says_of_a_default_whether_it_rewrites_the_table(String type, String value)
      throws SQLException {
    assumeThat(majorVersion()).isGreaterThan(10);

    ExpressionVolatility volatility = ExpressionVolatility.of(expression(value), state);

    assertThat(volatility.isVolatile()).isEqualTo(rewrites(type, value));
    assertThat(volatility.isAssumed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"13, gen_random_uuid()", "18, uuidv7()", "18, uuidv4()", "17, 'random(1, 10)'"})
  void knows_the_functions_of_newer_versions(int version, String value) throws SQLException {
    assertThat(ExpressionVolatility.of(expression(value), state))
        .isEqualTo(new ExpressionVolatility(Volatility.VOLATILE, List.of()));

    assumeThat(majorVersion()).isGreaterThanOrEqualTo(version);
    assertThat(rewrites("text", value + "::text")).isTrue();
  }

  @Test
  void takes_an_unknown_function_for_volatile_and_says_so() {
    ExpressionVolatility volatility =
        ExpressionVolatility.of(expression("lower(ext.unheard_of(1)::text)"), state);

    assertThat(volatility.isVolatile()).isTrue();
    assertThat(volatility.assumed()).extracting(FunctionCall::name).containsExactly("unheard_of");
  }

  @Test
  void finds_functions_along_the_search_path() {
    SchemaState inApp = Replayed.script(FUNCTIONS + "SET search_path TO app, public;");

    assertThat(ExpressionVolatility.of(expression("settled()"), state).volatility())
        .isEqualTo(Volatility.STABLE);
    assertThat(ExpressionVolatility.of(expression("settled()"), inApp).volatility())
        .isEqualTo(Volatility.VOLATILE);
  }

  @Test
  void takes_the_most_volatile_of_overloads() {
    SchemaState overloaded =
        Replayed.script(
            FUNCTIONS + "CREATE FUNCTION plus_one(a text) RETURNS int LANGUAGE sql AS 'SELECT 1';");

    assertThat(ExpressionVolatility.of(expression("plus_one(1)"), overloaded).isVolatile())
        .isTrue();
  }

  @Test
  void minds_that_moving_a_time_of_day_to_a_time_zone_was_volatile() {
    Expression moved = expression("CURRENT_TIME AT TIME ZONE 'utc'");

    assertThat(ExpressionVolatility.of(moved, state).isVolatile()).isTrue();
  }

  private static Expression expression(String text) {
    return new Expression(text, new Span(0, text.length()));
  }

  private static int majorVersion() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      return connection.getMetaData().getDatabaseMajorVersion();
    }
  }

  private static boolean rewrites(String type, String value) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      connection.setAutoCommit(false);
      long before = fileOf(statement);
      statement.execute("ALTER TABLE t ADD COLUMN c " + type + " DEFAULT " + value);
      long after = fileOf(statement);
      connection.rollback();
      return before != after;
    }
  }

  private static long fileOf(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT relfilenode FROM pg_class WHERE oid = 't'::regclass")) {
      row.next();
      return row.getLong(1);
    }
  }
}
