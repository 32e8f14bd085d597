package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A thousand rows of a table, in the order of its primary key.
 *
 * @param key its columns as they must stand in SQL; never empty
 */
record RowBatch(QualifiedName table, List<String> key) {
  /** Empty if the primary key is not known. */
  static Optional<RowBatch> of(QualifiedName table, SchemaState before) {
    return before
        .table(table)
        .flatMap(TableState::primaryKey)
        .map(key -> key.columns().stream().map(SqlIdentifier::quote).toList())
        .filter(columns -> !columns.isEmpty())
        .map(columns -> new RowBatch(table, columns));
  }

  /**
   * A change of rows that is run batch by batch. Each batch begins behind the last key of the one
   * before it: looking for the next rows that are still to be changed would read all that are done,
   * again for every batch.
   *
   * @param change an {@code UPDATE} or {@code DELETE} up to its {@code WHERE}
   * @param condition which rows of the batch it changes; empty: all
   */
  OnlineStep of(String change, Optional<String> condition) {
    String columns = String.join(", ", key);
    String descending = key.stream().map(each -> each + " DESC").collect(Collectors.joining(", "));
    return OnlineStep.byHand(
        """
        WITH batch AS (
            SELECT %1$s FROM %2$s
            WHERE %3$s > %4$s ORDER BY %1$s LIMIT 1000
        ), changed AS (
            %5$s
            WHERE %3$s IN (SELECT %1$s FROM batch)%6$s
        )
        SELECT %1$s FROM batch ORDER BY %7$s LIMIT 1\
        """
            .formatted(
                columns,
                table.text(),
                row(key),
                row(last()),
                change,
                condition.map(each -> " AND " + each).orElse(""),
                descending),
        "again and again, each in its own transaction: :last is what the one before gave, the first"
            + " goes without that WHERE, after the last nothing comes");
  }

  private List<String> last() {
    return key.size() == 1
        ? List.of(":last")
        : IntStream.rangeClosed(1, key.size()).mapToObj(i -> ":last_" + i).toList();
  }

  private static String row(List<String> values) {
    return values.size() == 1 ? values.get(0) : "(" + String.join(", ", values) + ")";
  }
}
