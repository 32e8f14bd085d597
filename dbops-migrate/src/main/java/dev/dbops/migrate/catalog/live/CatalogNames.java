package dev.dbops.migrate.catalog.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * The server's catalogs by their oids: to ask the server for a name in each row takes longer than
 * the row.
 */
record CatalogNames(Map<Long, String> byOid) {
  CatalogNames {
    byOid = Map.copyOf(byOid);
  }

  static CatalogNames read(Statement statement) throws SQLException {
    Map<Long, String> names = new HashMap<>();
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT oid, relname
              FROM pg_class
             WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r' AND oid < 16384
            """)) {
      while (row.next()) {
        names.put(row.getLong(1), row.getString(2));
      }
    }
    return new CatalogNames(names);
  }

  /**
   * An address in three columns as pg_depend has it: catalog, object, part.
   *
   * @param first the number of the first of them
   */
  Address address(ResultSet row, int first) throws SQLException {
    return new Address(
        byOid.getOrDefault(row.getLong(first), ""), row.getLong(first + 1), row.getInt(first + 2));
  }
}
