package dev.dbops.benchmark;

import dev.dbops.migrate.scratch.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** The URL of a scratch database, for those who connect by themselves. */
final class DatabaseUrl {
  private DatabaseUrl() {}

  static String of(ScratchDatabase database) throws SQLException {
    try (Connection connection = database.connection()) {
      return connection.getMetaData().getURL();
    }
  }
}
