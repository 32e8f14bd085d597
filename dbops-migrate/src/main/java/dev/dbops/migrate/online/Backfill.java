package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.Optional;

/** Values for the rows of a table in use, a batch at a time. */
final class Backfill {
  private Backfill() {}

  /**
   * The statement that is run batch by batch.
   *
   * @param column as it must stand in SQL
   * @param value an expression, or {@code DEFAULT}
   * @param missing which rows still lack the value
   * @param before the schema as the statement finds it
   */
  static OnlineStep of(
      QualifiedName table, String column, String value, String missing, SchemaState before) {
    String update = "UPDATE %s SET %s = %s".formatted(table.text(), column, value);
    return RowBatch.of(table, before)
        .map(batch -> batch.of(update, Optional.of(missing)))
        .orElseGet(() -> byPage(update, missing));
  }

  private static OnlineStep byPage(String update, String missing) {
    return OnlineStep.byHand(
        update + "\nWHERE ctid BETWEEN '(0,0)' AND '(999,65535)' AND " + missing,
        "again and again, each in its own transaction, for the next 1,000 pages up to the table's"
            + " last; in rounds, since rows that are written may move, until one finds none");
  }
}
