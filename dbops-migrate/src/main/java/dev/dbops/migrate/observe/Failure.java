package dev.dbops.migrate.observe;

import dev.dbops.migrate.error.DbopsException;
import java.sql.SQLException;

/** Says that an observation failed, for reasons other than the statement observed. */
final class Failure {
  /** Something to ask the server for. */
  interface Question<T> {
    T ask() throws SQLException;
  }

  private Failure() {}

  static <T> T wrap(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw of(e);
    }
  }

  static DbopsException of(SQLException e) {
    return new DbopsException(
        "The observation failed: " + e.getMessage(),
        "check that the database accepts several connections of this role",
        e);
  }
}
