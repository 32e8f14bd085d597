package dev.dbops.migrate.catalog.live;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a kind's query.
 *
 * @param rows of the query
 * @param columns the numbers of those that are no attributes
 */
record CatalogRow(ResultSet rows, Map<CatalogColumn, Integer> columns) {
  boolean has(CatalogColumn column) {
    return at(column) != 0;
  }

  private int at(CatalogColumn column) {
    return columns.getOrDefault(column, 0);
  }

  /** Zero if there is none. */
  long number(CatalogColumn column) throws SQLException {
    return has(column) ? rows.getLong(at(column)) : 0;
  }

  boolean is(CatalogColumn column) throws SQLException {
    return has(column) && rows.getBoolean(at(column));
  }

  Optional<String> text(CatalogColumn column) throws SQLException {
    return has(column) ? Optional.ofNullable(rows.getString(at(column))) : Optional.empty();
  }

  Optional<List<String>> texts(CatalogColumn column) throws SQLException {
    return has(column) ? texts(at(column)) : Optional.empty();
  }

  Optional<List<String>> texts(int column) throws SQLException {
    @Nullable Array array = rows.getArray(column);
    return array == null ? Optional.empty() : Optional.of(List.of((String[]) array.getArray()));
  }

  /** Of an array; none if there is no such column. */
  List<Integer> numbers(CatalogColumn column) throws SQLException {
    return has(column) ? numbers(at(column)) : List.of();
  }

  /** Of an array. A driver has to ask the server before it tells one of numbers from others. */
  List<Integer> numbers(int column) throws SQLException {
    @Nullable String array = rows.getString(column);
    return array == null
        ? List.of()
        : Stream.of(array.substring(1, array.length() - 1).split(",", -1))
            .map(Integer::valueOf)
            .toList();
  }
}
