package dev.dbops.migrate.lint;

import java.util.Locale;

/**
 * How large a table is in production.
 *
 * @param rows estimated; at least 0
 * @param bytes of the table without its indexes; at least 0
 */
public record TableSize(long rows, long bytes) {
  public TableSize {
    if (rows < 0 || bytes < 0) {
      throw new IllegalArgumentException("a table has no negative size: " + rows + ", " + bytes);
    }
  }

  /** For people: {@code 412 M rows, 96 GB}. */
  public String words() {
    return scaled(rows, 1000, "", " k", " M", " G")
        + " rows, "
        + scaled(bytes, 1024, " B", " kB", " MB", " GB", " TB");
  }

  private static String scaled(long value, int base, String... units) {
    double scaled = value;
    int unit = 0;
    while (scaled >= base && unit < units.length - 1) {
      scaled /= base;
      unit++;
    }
    String number =
        scaled < 10 && unit > 0
            ? String.format(Locale.ROOT, "%.1f", scaled)
            : String.format(Locale.ROOT, "%.0f", scaled);
    return number + units[unit];
  }
}
