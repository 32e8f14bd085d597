package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.Statement;

/** Time stamps that get a time zone without being written anew. */
public final class TimeZoneChange {
  private TimeZoneChange() {}

  /**
   * Runs a statement where the time zone is UTC, so that time stamps stay as they are stored: for
   * those that are meant as UTC (PostgreSQL 12).
   *
   * @param text the text that the statement's spans refer to
   * @see <a href="https://www.postgresql.org/docs/release/12.0/">PostgreSQL 12, release notes</a>
   */
  public static OnlineForm inUtc(Statement statement, String text) {
    return OnlineForm.needsReview(
        OnlineStep.inTransaction(
            "SET TimeZone = 'UTC'", "in the same session; right if the old values are UTC"),
        OnlineStep.inTransaction(statement.span().of(text), "rewrites nothing"),
        OnlineStep.inTransaction("RESET TimeZone", ""));
  }
}
