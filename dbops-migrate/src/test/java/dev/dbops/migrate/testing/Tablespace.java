package dev.dbops.migrate.testing;

import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A second place on a server's disk, to move tables to. */
public final class Tablespace {
  private Tablespace() {}

  /** Makes a tablespace within the server's own directory, unless the server has it. */
  public static void make(String name, ScratchServer server) {
    try (ScratchDatabase database = server.create();
        Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      String literal = SqlIdentifier.quoteLiteral(name);
      if (text(statement, "SELECT count(*) FROM pg_tablespace WHERE spcname = " + literal)
          .equals("1")) {
        return;
      }
      String directory =
          text(statement, "SELECT current_setting('data_directory') || '/' || " + literal);
      // The server's user has to own the directory: it makes it itself. A program that ends before
      // it has read its input makes the server fail.
      statement.execute(
          "COPY (SELECT 1) TO PROGRAM "
              + SqlIdentifier.quoteLiteral("cat > /dev/null && mkdir -p " + directory));
      statement.execute(
          "CREATE TABLESPACE %s LOCATION %s"
              .formatted(SqlIdentifier.quote(name), SqlIdentifier.quoteLiteral(directory)));
    } catch (SQLException e) {
      throw new IllegalStateException("No tablespace " + name, e);
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getString(1);
    }
  }
}
