package dev.dbops.migrate.scratch;

import dev.dbops.migrate.sql.SqlIdentifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Drops a database together with all that keeps the server from dropping it. */
record DatabaseRemoval(DataSource maintenance, Databases.Created database) {
  void run() throws SQLException {
    try (Connection connection = maintenance.getConnection()) {
      List<String> releases = releases(connection);
      if (!releases.isEmpty()) {
        runInDatabase(releases);
      }
      execute(
          connection,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
              + SqlIdentifier.quoteLiteral(database.name()));
      // The server itself waits up to five seconds for the sessions to be gone.
      execute(connection, "DROP DATABASE IF EXISTS " + SqlIdentifier.quote(database.name()));
    }
  }

  private void runInDatabase(List<String> commands) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      for (String command : commands) {
        execute(connection, command);
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What outlives its session has to be undone from within the database. */
  private List<String> releases(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            WITH scratch AS (SELECT oid, datname FROM pg_database WHERE datname = ?)
            SELECT format('ROLLBACK PREPARED %L', gid)
              FROM pg_prepared_xacts JOIN scratch ON database = datname
            UNION ALL
            SELECT format(command, subname)
              FROM pg_subscription JOIN scratch ON subdbid = scratch.oid,
                   (VALUES ('ALTER SUBSCRIPTION %I DISABLE'),
                           ('ALTER SUBSCRIPTION %I SET (slot_name = NONE)'),
                           ('DROP SUBSCRIPTION %I')) AS step (command)
            UNION ALL
            SELECT format('SELECT pg_drop_replication_slot(%L)', slot_name)
              FROM pg_replication_slots JOIN scratch ON database = datname
             WHERE NOT active
            """)) {
      query.setString(1, database.name());
      List<String> commands = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          commands.add(rows.getString(1));
        }
      }
      return commands;
    }
  }
}
