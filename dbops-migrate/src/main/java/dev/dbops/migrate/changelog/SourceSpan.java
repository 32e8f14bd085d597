package dev.dbops.migrate.changelog;

/**
 * A stretch of a file, from {@code start} (inclusive) to {@code end} (exclusive), in characters.
 */
public record SourceSpan(SourceFile file, int start, int end) {
  /**
   * Checks that it is a stretch.
   *
   * @throws IllegalArgumentException if the end lies before the start
   */
  public SourceSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + " to " + end + " in " + file);
    }
  }

  public SourcePosition from() {
    return file.position(start);
  }

  public SourcePosition to() {
    return file.position(end);
  }

  public String text() {
    return file.text().substring(start, Math.min(end, file.text().length()));
  }

  public boolean contains(SourceSpan other) {
    return file == other.file && start <= other.start && other.end <= end;
  }

  /** {@code path:line:column}, as compilers print it. */
  @Override
  public String toString() {
    SourcePosition from = from();
    return file.path() + ":" + from.line() + ":" + from.column();
  }
}
