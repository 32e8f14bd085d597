package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.Volatility;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings the list of PostgreSQL's own functions up to date with the server of the build: run {@link
 * #main} with each version, the oldest first, so that the newest has the last word.
 */
final class BuiltInFunctionsFile {
  private static final int WIDTH = 100;

  private BuiltInFunctionsFile() {}

  /**
   * Adds what the server has.
   *
   * @param arguments the path of the file
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path file = Path.of(arguments[0]);
    Map<String, Volatility> functions = new TreeMap<>();
    if (Files.exists(file)) {
      functions.putAll(BuiltInFunctions.parse(Files.readString(file)));
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Connection connection = server.getPostgresDatabase().getConnection()) {
      functions.putAll(onServer(connection));
    }
    functions.putAll(writtenLikeFunctions());
    Files.writeString(file, text(functions));
  }

  /** By name the volatility of the most volatile function that SQL can call. */
  static Map<String, Volatility> onServer(Connection connection) throws SQLException {
    Map<String, Volatility> functions = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT proname, max(CASE provolatile WHEN 'i' THEN 0 WHEN 's' THEN 1 ELSE 2 END)
                FROM pg_proc
                WHERE pronamespace = 'pg_catalog'::regnamespace
                  AND NOT 'internal'::regtype = ANY (proargtypes)
                GROUP BY proname
                """)) {
      while (rows.next()) {
        functions.put(rows.getString(1), Volatility.values()[rows.getInt(2)]);
      }
    }
    // Only that of a time of day was ever volatile (until 14): see ExpressionVolatility.
    functions.put("timezone", Volatility.STABLE);
    return functions;
  }

  /** What the grammar knows and the catalog does not. */
  private static Map<String, Volatility> writtenLikeFunctions() {
    Map<String, Volatility> functions = new TreeMap<>();
    String immutable =
        """
        coalesce extract greatest grouping json_array json_arrayagg json_exists json_object
        json_objectagg json_query json_scalar json_serialize json_table json_value least
        merge_action normalize nullif overlay position substring treat trim xmlconcat xmlelement
        xmlexists xmlforest xmlnamespaces xmlpi xmlroot xmltable
        """;
    String stable =
        """
        current_catalog current_date current_role current_time current_timestamp localtime
        localtimestamp system_user user xmlparse xmlserialize
        """;
    Arrays.stream(immutable.strip().split("\\s+"))
        .forEach(name -> functions.put(name, Volatility.IMMUTABLE));
    Arrays.stream(stable.strip().split("\\s+"))
        .forEach(name -> functions.put(name, Volatility.STABLE));
    return functions;
  }

  private static String text(Map<String, Volatility> functions) {
    StringBuilder text =
        new StringBuilder(
            """
            # The functions of pg_catalog in PostgreSQL 10 to 18, by volatility, and what is written like one.
            # Made by BuiltInFunctionsFile from live servers; do not edit.
            """);
    for (Volatility volatility : Volatility.values()) {
      text.append('\n').append(volatility.name().toUpperCase(Locale.ROOT)).append('\n');
      StringBuilder line = new StringBuilder();
      for (Map.Entry<String, Volatility> function : functions.entrySet()) {
        if (function.getValue() == volatility) {
          if (line.length() + function.getKey().length() > WIDTH) {
            text.append(line.toString().strip()).append('\n');
            line.setLength(0);
          }
          line.append(function.getKey()).append(' ');
        }
      }
      text.append(line.toString().strip()).append('\n');
    }
    return text.toString();
  }
}
