package dev.dbops.migrate.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows for tables of which nothing but the catalog is known. Row number k holds k in every column,
 * as each type says it, so that keys are unique and rows refer to one another.
 */
public final class Rows {
  private static final int PER_TABLE = 3;

  /** Partitions may be there for some years only. */
  private static final List<String> YEARS = List.of("2025-01-01", "2024-01-01", "2026-01-01");

  private Rows() {}

  /**
   * Fills the users' tables that are empty, each in a transaction of its own.
   *
   * @return why a table stays empty, by its name
   */
  public static Map<String, String> fill(Connection connection) throws SQLException {
    Map<String, String> left = inserts(connection);
    Map<String, String> refused = fill(connection, left);
    if (!refused.isEmpty()) {
      // Tables that refer to one another in a circle.
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET session_replication_role = replica");
        refused = fill(connection, left);
        statement.execute("RESET session_replication_role");
      }
    }
    return refused;
  }

  /** Fills tables in an order in which that goes, and takes these out of the map. */
  private static Map<String, String> fill(Connection connection, Map<String, String> left)
      throws SQLException {
    Map<String, String> refused = new TreeMap<>();
    boolean progress = true;
    while (progress && !left.isEmpty()) {
      progress = false;
      for (Map.Entry<String, String> insert : List.copyOf(left.entrySet())) {
        String refusal = execute(connection, insert.getValue());
        if (refusal.isEmpty()) {
          left.remove(insert.getKey());
          refused.remove(insert.getKey());
          progress = true;
        } else {
          refused.put(insert.getKey(), refusal + ": " + insert.getValue());
        }
      }
    }
    return refused;
  }

  /** The server's answer if it refuses; a table may have to wait for those that it refers to. */
  private static String execute(Connection connection, String insert) throws SQLException {
    String refused = "";
    for (String year : YEARS) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(insert.replace(YEARS.get(0), year));
        return "";
      } catch (SQLException refusal) {
        refused = String.valueOf(refusal.getMessage());
      }
    }
    return refused;
  }

  /** One statement per empty table. */
  private static Map<String, String> inserts(Connection connection) throws SQLException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    Map<String, List<String>> values = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT c.oid::regclass::text, quote_ident(a.attname),
                       format_type(a.atttypid, a.atttypmod), t.typcategory,
                       format_type(coalesce(nullif(t.typbasetype, 0), t.oid), NULL)
                  FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                  JOIN pg_type t ON t.oid = a.atttypid
                 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                   AND (c.relkind = 'r' AND NOT c.relispartition
                        OR c.relkind = 'p' AND NOT c.relispartition
                           AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid))
                   AND a.attidentity <> 'a'
                   AND to_jsonb(a) ->> 'attgenerated' IS DISTINCT FROM 's'
                   AND to_jsonb(a) ->> 'attgenerated' IS DISTINCT FROM 'v'
                 ORDER BY c.oid, a.attnum
                """)) {
      while (row.next()) {
        String table = row.getString(1);
        columns.computeIfAbsent(table, name -> new ArrayList<>()).add(row.getString(2));
        values
            .computeIfAbsent(table, name -> new ArrayList<>())
            .add(value(row.getString(3), row.getString(4), row.getString(5)));
      }
    }
    Map<String, String> inserts = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> table : columns.entrySet()) {
      if (isEmpty(connection, table.getKey())) {
        inserts.put(
            table.getKey(),
            "INSERT INTO %s (%s) SELECT %s FROM generate_series(1, %d) AS k"
                .formatted(
                    table.getKey(),
                    String.join(", ", table.getValue()),
                    String.join(", ", values.getOrDefault(table.getKey(), List.of())),
                    PER_TABLE));
      }
    }
    return inserts;
  }

  private static boolean isEmpty(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT NOT EXISTS (SELECT FROM " + table + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /**
   * The k of a type.
   *
   * @param category as {@code pg_type.typcategory} has it
   * @param base the type, or what a domain is made of
   */
  private static String value(String type, String category, String base) {
    String value =
        switch (category) {
          case "A" -> "'{}'";
          case "B" -> "true";
          case "D" -> "(timestamp '" + YEARS.get(0) + "' + k * interval '25 hours')";
          case "E" -> "(enum_range(NULL::" + base + "))[1]";
          case "I" -> "('10.0.0.' || k)";
          case "R" -> "'empty'";
          case "T" -> "(k * interval '1 day')";
          case "V" -> "k::bit(8)";
          case "U" ->
              switch (base) {
                case "uuid" -> "md5(k::text)";
                case "xml" -> "'<k/>'";
                default -> "k::text";
              };
          case "N" -> "k";
          default -> "k::text";
        };
    return value + "::" + type;
  }
}
