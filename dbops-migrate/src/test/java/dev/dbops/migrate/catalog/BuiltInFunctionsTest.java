package dev.dbops.migrate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.sql.Volatility;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BuiltInFunctionsTest {
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void knows_of_every_function_of_the_server_whether_it_is_volatile() throws SQLException {
    Map<String, Boolean> real = new TreeMap<>();
    Map<String, Optional<Boolean>> known = new TreeMap<>();

    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      BuiltInFunctionsFile.onServer(connection)
          .forEach((name, volatility) -> real.put(name, volatility == Volatility.VOLATILE));
    }
    real.keySet()
        .forEach(
            name ->
                known.put(
                    name,
                    BuiltInFunctions.volatility(name).map(each -> each == Volatility.VOLATILE)));

    assertThat(real).hasSizeGreaterThan(2000);
    assertThat(known)
        .allSatisfy((name, isVolatile) -> assertThat(isVolatile).contains(real.get(name)));
  }

  /**
   * What is written as an operator or cast is not looked at, so none may hide a volatile function.
   */
  @Test
  void has_no_volatile_function_behind_an_operator_or_a_cast() throws SQLException {
    String hidden =
        """
        SELECT p.proname FROM pg_operator o JOIN pg_proc p ON p.oid = o.oprcode
        WHERE p.provolatile = 'v'
        UNION SELECT p.proname FROM pg_cast c JOIN pg_proc p ON p.oid = c.castfunc
        WHERE p.provolatile = 'v'
        UNION SELECT p.proname FROM pg_type t JOIN pg_proc p ON p.oid IN (t.typinput, t.typoutput)
        WHERE p.provolatile = 'v'
        """;

    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(hidden)) {
      assertThat(rows.next()).isFalse();
    }
  }
}
