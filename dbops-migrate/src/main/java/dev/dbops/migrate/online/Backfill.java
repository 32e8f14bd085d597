package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    return before
        .table(table)
        .flatMap(TableState::primaryKey)
        .map(key -> key.columns().stream().map(SqlIdentifier::quote).toList())
        .filter(columns -> !columns.isEmpty())
        .map(key -> byKey(table, key, update, missing))
        .orElseGet(() -> byPage(update, missing));
  }

  /**
   * Each batch begins behind the last key of the one before it: looking for the next rows without
   * the value would read all that have it, again for every batch.
   */
  private static OnlineStep byKey(
      QualifiedName table, List<String> key, String update, String missing) {
    String columns = String.join(", ", key);
    String descending = key.stream().map(each -> each + " DESC").collect(Collectors.joining(", "));
    return OnlineStep.byHand(
        """
        WITH batch AS (
            SELECT %1$s FROM %2$s
            WHERE %3$s > %4$s ORDER BY %1$s LIMIT 1000
        ), filled AS (
            %5$s
            WHERE %3$s IN (SELECT %1$s FROM batch) AND %6$s
        )
        SELECT %1$s FROM batch ORDER BY %7$s LIMIT 1\
        """
            .formatted(
                columns, table.text(), row(key), row(last(key)), update, missing, descending),
        "again and again, each in its own transaction: :last is what the one before gave, the first"
            + " goes without that WHERE, after the last nothing comes");
  }

  private static List<String> last(List<String> key) {
    return key.size() == 1
        ? List.of(":last")
        : IntStream.rangeClosed(1, key.size()).mapToObj(i -> ":last_" + i).toList();
  }

  private static String row(List<String> values) {
    return values.size() == 1 ? values.get(0) : "(" + String.join(", ", values) + ")";
  }

  private static OnlineStep byPage(String update, String missing) {
    return OnlineStep.byHand(
        update + "\nWHERE ctid BETWEEN '(0,0)' AND '(999,65535)' AND " + missing,
        "again and again, each in its own transaction, for the next 1,000 pages up to the table's"
            + " last; in rounds, since rows that are written may move, until one finds none");
  }
}
