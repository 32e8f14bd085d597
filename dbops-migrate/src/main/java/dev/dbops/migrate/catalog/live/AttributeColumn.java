package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.catalog.kind.SecretOption;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A column of a kind's query that tells an attribute or several.
 *
 * @param number in the query, from 1
 * @param label the name of the attribute, or what the names of several begin with
 */
record AttributeColumn(int number, String label, Content content) {
  private static final String NUMBERS = "numbers of ";

  /** By the bits of {@code indoption}: descending, nulls first. */
  private static final List<String> SORT = List.of("", " DESC NULLS LAST", " NULLS FIRST", " DESC");

  /** What the values are. */
  enum Content {
    TEXT,
    FLAG,
    OPTIONS,
    COLUMN_NUMBERS
  }

  /**
   * @param type of {@link Types}
   */
  static AttributeColumn of(int number, String label, int type) {
    if (label.startsWith(NUMBERS)) {
      String attribute = label.substring(NUMBERS.length());
      return new AttributeColumn(number, attribute, Content.COLUMN_NUMBERS);
    }
    return new AttributeColumn(
        number,
        label,
        switch (type) {
          case Types.ARRAY -> Content.OPTIONS;
          case Types.BIT -> Content.FLAG;
          default -> Content.TEXT;
        });
  }

  /** Adds what the current row says. */
  void read(CatalogRow row, Facts facts, SortedMap<String, String> attributes) throws SQLException {
    switch (content) {
      case TEXT -> {
        @Nullable String value = row.rows().getString(number);
        if (value != null) {
          attributes.put(label, facts.shared(value));
        }
      }
      case FLAG -> {
        if (row.rows().getBoolean(number)) {
          attributes.put(label, "true");
        }
      }
      case OPTIONS -> row.texts(number).ifPresent(options -> addOptions(options, attributes));
      case COLUMN_NUMBERS -> {
        List<Integer> numbers = row.numbers(number);
        if (!numbers.isEmpty()) {
          attributes.put(label, names(numbers, sort(row), row, facts));
        }
      }
    }
  }

  private void addOptions(List<String> options, SortedMap<String, String> attributes) {
    for (String option : options) {
      int equals = option.indexOf('=');
      String name = option.substring(0, equals);
      attributes.put(
          label + ' ' + name,
          SecretOption.isSecret(name) ? SecretOption.HIDDEN : option.substring(equals + 1));
    }
  }

  private List<Integer> sort(CatalogRow row) throws SQLException {
    return label.equals("columns") ? row.numbers(CatalogColumn.SORT_OF_COLUMNS) : List.of();
  }

  private static String names(
      List<Integer> numbers, List<Integer> sort, CatalogRow row, Facts facts) throws SQLException {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      FactKey column =
          facts
              .at(new Address("pg_class", row.number(CatalogColumn.PARENT), numbers.get(i)))
              .orElseThrow();
      names
          .append(i == 0 ? "" : ", ")
          .append(SqlIdentifier.quote(column.simpleName()))
          .append(i < sort.size() ? SORT.get(sort.get(i)) : "");
    }
    return names.toString();
  }
}
