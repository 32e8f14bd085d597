package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SqlIdentifierTest {
  private static final List<String> ODD =
      List.of(
          "",
          "a",
          "_a1",
          "1a",
          "a$",
          "A",
          "aB",
          "a b",
          "a\"b",
          "\"",
          "a'b",
          "a\\b",
          "größe",
          "a\u00A0b",
          "\uD83D\uDE00",
          "a;b",
          "a.b",
          "a\nb",
          "--",
          "Table",
          "pg_catalog");

  private static EmbeddedPostgres server;
  private static Connection connection;

  @BeforeAll
  static void start_the_server() throws IOException, SQLException {
    server = EmbeddedPostgres.start();
    connection = server.getPostgresDatabase().getConnection();
  }

  @AfterAll
  static void stop_the_server() throws IOException, SQLException {
    connection.close();
    server.close();
  }

  @Test
  void quotes_names_as_the_server_does() throws SQLException {
    for (String name : ODD) {
      assertThat(SqlIdentifier.quote(name)).isEqualTo(ask("select quote_ident(?)", name));
    }
  }

  @Test
  void quotes_each_keyword_that_the_server_quotes() throws SQLException {
    List<String> keywords = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select word from pg_get_keywords()")) {
      while (rows.next()) {
        keywords.add(rows.getString(1));
      }
    }

    boolean listIsTheServers = connection.getMetaData().getDatabaseMajorVersion() >= 18;
    assertThat(keywords).hasSizeGreaterThan(400);
    for (String keyword : keywords) {
      String byServer = ask("select quote_ident(?)", keyword);
      if (listIsTheServers || byServer.startsWith("\"")) {
        assertThat(SqlIdentifier.quote(keyword)).isEqualTo(byServer);
      }
    }
  }

  @Test
  void quotes_strings_as_the_server_does() throws SQLException {
    for (String value : ODD) {
      assertThat(SqlIdentifier.quoteLiteral(value))
          .isEqualTo(ask("select quote_literal(?)", value));
    }
  }

  @Test
  void folds_a_token_to_the_name_that_the_server_gives_the_column() throws SQLException {
    List<String> tokens =
        List.of(
            "Ab_1$",
            "GRÖßE",
            "\u0130x",
            "\"Ab\"\"c\"",
            "U&\"d\\0061t\\+01F600\"",
            "u&\"\\D83D\\DE00 \\\\ \"\"\"",
            "U&\"d!0061t\\0061!!\" -- !\n uescape '!'",
            "U&\"a#0062\"\nUESCAPE\n'#'");

    for (String token : tokens) {
      assertThat(SqlIdentifier.fold(token)).as(token).isEqualTo(columnName(token));
    }
  }

  @Test
  void leaves_an_escape_that_the_server_refuses_as_it_is() {
    assertThat(SqlIdentifier.fold("U&\"a\\00\"")).isEqualTo("a\\00");
    assertThat(SqlIdentifier.fold("U&\"\\+110000\\zzzz\"")).isEqualTo("\\+110000\\zzzz");
    assertThat(SqlIdentifier.fold("U&\"a")).isEqualTo("a");
    assertThat(SqlIdentifier.fold("\"")).isEmpty();
  }

  @Test
  void cuts_a_name_where_the_server_cuts_it() throws SQLException {
    List<String> names =
        List.of(
            "a".repeat(63),
            "a".repeat(64),
            "ä".repeat(40),
            "a".repeat(62) + "ä",
            "価".repeat(30),
            "x\uD83D\uDE00".repeat(20));

    for (String name : names) {
      assertThat(SqlIdentifier.truncate(name)).isEqualTo(columnName(SqlIdentifier.quote(name)));
    }
  }

  private static String ask(String sql, String value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static String columnName(String token) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select 1 as " + token)) {
      return row.getMetaData().getColumnLabel(1);
    }
  }
}
