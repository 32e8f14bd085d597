package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.sql.RefreshMaterializedView;
import java.util.Optional;

/**
 * A materialized view that is refreshed while others read it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html">REFRESH
 *     MATERIALIZED VIEW</a>
 */
public final class ConcurrentRefresh {
  private ConcurrentRefresh() {}

  /**
   * The same refresh with {@code CONCURRENTLY}.
   *
   * @return empty if no unique index is known by which the server could tell the rows apart
   */
  public static Optional<OnlineForm> of(
      RefreshMaterializedView statement, StatementContext context) {
    boolean tellsRowsApart =
        context.before().table(statement.view()).stream()
            .flatMap(view -> view.indexes().values().stream())
            .anyMatch(ConcurrentRefresh::tellsRowsApart);
    if (!tellsRowsApart) {
      return Optional.empty();
    }
    String sql =
        new Splice(context.text(), statement.span()).insertAfterWord("VIEW", " CONCURRENTLY").sql();
    return Optional.of(
        OnlineForm.safe(OnlineStep.inTransaction(sql, "readers go on with the old rows")));
  }

  private static boolean tellsRowsApart(IndexState index) {
    return index.unique() && !index.isPartial() && !index.hasExpressions();
  }
}
