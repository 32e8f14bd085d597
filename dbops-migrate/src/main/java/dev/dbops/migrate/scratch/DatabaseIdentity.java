package dev.dbops.migrate.scratch;

import dev.dbops.migrate.error.DbopsException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Tells databases apart however they are reached: by another name of the host, a pooler, a tunnel.
 *
 * @param server when it was started, which two servers hardly share to the microsecond
 * @param oid of the database on it
 */
record DatabaseIdentity(String server, long oid) {
  /** Asks a database. Needs no privilege. */
  static DatabaseIdentity of(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT extract(epoch FROM pg_postmaster_start_time())::text, oid
                  FROM pg_database WHERE datname = current_database()
                """)) {
      row.next();
      return new DatabaseIdentity(row.getString(1), row.getLong(2));
    }
  }

  /**
   * Refuses two names for one database.
   *
   * @param maintenance where scratch databases are to be created from
   * @param target the database that is migrated or compared
   * @param scratch what the first is called in messages
   * @throws DbopsException if they are the same, or one does not answer
   */
  static void refuseIfSame(DataSource maintenance, DataSource target, String scratch) {
    try {
      if (of(maintenance).equals(of(target))) {
        throw new DbopsException(
            "The scratch URL "
                + scratch
                + " is the database that is to be migrated or compared, so nothing was created",
            "name another database of a server where trying things out harms nobody");
      }
    } catch (SQLException e) {
      throw new DbopsException(
          "Cannot tell whether "
              + scratch
              + " is the database that is to be migrated or compared: "
              + e.getMessage(),
          "check the URL, role and password of both",
          e);
    }
  }
}
