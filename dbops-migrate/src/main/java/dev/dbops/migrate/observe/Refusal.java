package dev.dbops.migrate.observe;

import java.sql.SQLException;

/**
 * The server's answer to a statement that it did not carry out.
 *
 * @param sqlState the five letters of the error
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Error codes</a>
 */
public record Refusal(String sqlState, String message) {
  static Refusal of(SQLException e) {
    return new Refusal(String.valueOf(e.getSQLState()), String.valueOf(e.getMessage()));
  }
}
