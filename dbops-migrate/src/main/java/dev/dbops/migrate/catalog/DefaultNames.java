package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.SqlIdentifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/**
 * The names that the server gives to constraints, indexes and sequences that come without one.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 */
public final class DefaultNames {
  private DefaultNames() {}

  /**
   * A name such as {@code orders_customer_id_fkey}, with a number behind it if it is taken.
   *
   * @param columns that the object is on; none for {@code orders_pkey}
   * @param label what it ends with, such as {@code fkey}
   */
  public static String choose(
      String table, List<String> columns, String label, Predicate<String> isTaken) {
    String joined = String.join("_", columns);
    String name = join(table, joined, label);
    for (int suffix = 1; isTaken.test(name); suffix++) {
      name = join(table, joined, label + suffix);
    }
    return name;
  }

  /** Cuts the longer of table and columns until all fits into a name, as the server does. */
  private static String join(String table, String columns, String label) {
    int overhead = bytes(label) + 1 + (columns.isEmpty() ? 0 : 1);
    int available = SqlIdentifier.MAX_BYTES - overhead;
    int ofTable = bytes(table);
    int ofColumns = bytes(columns);
    while (ofTable + ofColumns > available) {
      if (ofTable > ofColumns) {
        ofTable--;
      } else {
        ofColumns--;
      }
    }
    String first = cut(table, ofTable);
    return columns.isEmpty()
        ? first + "_" + label
        : first + "_" + cut(columns, ofColumns) + "_" + label;
  }

  /** The first bytes of a name, never a part of a character. */
  private static String cut(String name, int bytes) {
    byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
    if (encoded.length <= bytes) {
      return name;
    }
    int end = bytes;
    while (end > 0 && (encoded[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(encoded, 0, end, StandardCharsets.UTF_8);
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
