package dev.dbops.migrate.sql;

/**
 * A stretch of a {@link dev.dbops.migrate.changelog.SqlText}, from {@code start} (inclusive) to
 * {@code end} (exclusive), in characters.
 */
public record Span(int start, int end) {
  public String of(String text) {
    return text.substring(start, end);
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
