package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;

/** Time stamps that get a time zone without being written anew. */
public final class TimeZoneChange {
  private TimeZoneChange() {}

  /**
   * Makes the change where the time zone is UTC, so that time stamps stay as they are stored: for
   * those that are meant as UTC (PostgreSQL 12).
   *
   * @see <a href="https://www.postgresql.org/docs/release/12.0/">PostgreSQL 12, release notes</a>
   */
  public static OnlineForm inUtc(
      AlterTable statement, AlterColumnType change, StatementContext context) {
    String action = context.text(change.span());
    return OnlineForm.needsReview(
        OnlineStep.inTransaction(
            "SET LOCAL TimeZone = 'UTC';\n" + new TableCommand(statement, context).with(action),
            "rewrites nothing; right if the old values are UTC"));
  }
}
