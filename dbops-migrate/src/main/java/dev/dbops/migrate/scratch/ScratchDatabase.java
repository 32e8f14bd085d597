package dev.dbops.migrate.scratch;

import dev.dbops.migrate.error.DbopsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A database to try things on; closing it drops it. Thread-safe, as its DataSource is. */
public final class ScratchDatabase implements AutoCloseable {
  private final ScratchServer server;
  private final Databases.Created database;

  ScratchDatabase(ScratchServer server, Databases.Created database) {
    this.server = server;
    this.database = database;
  }

  /** Its name on the server. */
  public String name() {
    return database.name();
  }

  /** Gives a new connection each time; nothing is pooled. */
  public DataSource dataSource() {
    return database.dataSource();
  }

  /** A new connection, which the caller closes. */
  public Connection connection() throws SQLException {
    return dataSource().getConnection();
  }

  /**
   * Runs SQL in a session of its own, in one transaction unless the SQL controls it itself.
   *
   * @throws SQLException if the server refuses it
   */
  public void execute(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The major version of its server, such as 18. */
  public int majorVersion() {
    return server.majorVersion();
  }

  /** Which server it is on and why that was chosen, in one sentence without passwords. */
  public String description() {
    return server.description();
  }

  /**
   * Ends its sessions and drops it; a second call does nothing.
   *
   * @throws DbopsException if the server refuses
   */
  @Override
  public void close() {
    server.drop(database);
  }

  @Override
  public String toString() {
    return name() + " on " + server;
  }
}
