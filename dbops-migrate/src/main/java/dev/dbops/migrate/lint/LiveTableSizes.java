package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.error.DbopsException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Asks a live database how large its tables are: rows as the planner knows them, bytes on disk.
 * Partitions count for the whole. Needs no privilege but to connect.
 */
public final class LiveTableSizes {
  /** A table that nobody has analysed yet has no known size, and nothing is let off for it. */
  private static final String QUERY =
      """
      WITH RECURSIVE part AS (
             SELECT oid AS whole, oid FROM pg_class WHERE relkind IN ('r', 'p', 'm')
             UNION ALL
             SELECT part.whole, i.inhrelid FROM part JOIN pg_inherits i ON i.inhparent = part.oid)
      SELECT n.nspname, t.relname, sum(p.reltuples)::bigint, sum(pg_table_size(p.oid))::bigint
        FROM part
        JOIN pg_class p ON p.oid = part.oid AND p.relkind <> 'p'
        JOIN pg_class t ON t.oid = part.whole
        JOIN pg_namespace n ON n.oid = t.relnamespace
       WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
       GROUP BY n.nspname, t.relname
      HAVING NOT bool_or(p.reltuples < 0 OR p.relpages = 0 AND pg_relation_size(p.oid) > 0)
      """;

  private LiveTableSizes() {}

  /**
   * Asks once.
   *
   * @throws DbopsException if the database does not answer
   */
  public static TableSizes read(DataSource database) {
    Map<ObjectName, TableSize> sizes = new HashMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      while (row.next()) {
        sizes.put(
            new ObjectName(row.getString(1), row.getString(2)),
            new TableSize(row.getLong(3), row.getLong(4)));
      }
    } catch (SQLException e) {
      throw new DbopsException(
          "The database cannot tell how large its tables are: " + e.getMessage(),
          "check the connection, or name a file of sizes",
          e);
    }
    return table -> Optional.ofNullable(sizes.get(table));
  }
}
