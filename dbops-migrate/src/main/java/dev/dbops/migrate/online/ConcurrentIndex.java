package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.CreateIndex;

/**
 * Index statements that let reads and writes through while they run.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     Indexes Concurrently</a>
 */
public final class ConcurrentIndex {
  private ConcurrentIndex() {}

  /**
   * Builds the same index concurrently.
   *
   * @param text the text that the statement's spans refer to
   */
  public static OnlineForm create(CreateIndex statement, String text) {
    String sql = new Splice(text, statement.span()).insertAfterWord("INDEX", " CONCURRENTLY").sql();
    return OnlineForm.safe(OnlineStep.outsideTransaction(sql, ""));
  }
}
