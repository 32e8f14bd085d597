package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Vacuum;

/**
 * {@code VACUUM} without {@code FULL}: the room of dead rows is used again, and the file stays as
 * large as it is.
 *
 * @see <a href="https://www.postgresql.org/docs/current/routine-vacuuming.html">Routine
 *     Vacuuming</a>
 */
public final class PlainVacuum {
  private PlainVacuum() {}

  /** The same tables, and {@code ANALYZE} where it is asked for. */
  public static OnlineForm of(Vacuum statement, StatementContext context) {
    String command = statement.analyze() ? "VACUUM (ANALYZE)" : "VACUUM";
    String tables =
        statement.tables().stream()
            .findFirst()
            .map(
                first -> " " + context.text(new Span(first.span().start(), statement.span().end())))
            .orElse("");
    return OnlineForm.needsReview(
        OnlineStep.outsideTransaction(
            command + tables, "makes room for new rows; the file stays as large"));
  }
}
