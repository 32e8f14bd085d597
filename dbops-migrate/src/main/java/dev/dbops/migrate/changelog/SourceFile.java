package dev.dbops.migrate.changelog;

import java.util.Arrays;

/**
 * A file of the user's, as text, with an index of its lines. Immutable and thread-safe.
 *
 * <p>Lines end at a line feed; a carriage return before it belongs to the line break.
 */
public final class SourceFile {
  private final String path;
  private final String text;
  private final int[] lineStarts;

  private SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /**
   * Wraps the text of a file.
   *
   * @param path how the user names the file, with forward slashes; shown in every report
   */
  public static SourceFile of(String path, String text) {
    return new SourceFile(path.replace('\\', '/'), text);
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  public int lineCount() {
    return lineStarts.length;
  }

  /** Line and column of an offset; an offset past the end is the end. */
  public SourcePosition position(int offset) {
    int bounded = Math.max(0, Math.min(offset, text.length()));
    int found = Arrays.binarySearch(lineStarts, bounded);
    int line = found >= 0 ? found : -found - 2;
    return new SourcePosition(bounded, line + 1, bounded - lineStarts[line] + 1);
  }

  /**
   * The text of a line without its line break.
   *
   * @param line from 1 to {@link #lineCount()}
   */
  public String line(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(start, end);
  }

  /** The offset of a line and column; both from 1, bounded by the text. */
  public int offset(int line, int column) {
    int bounded = Math.max(1, Math.min(line, lineStarts.length));
    return Math.min(lineStarts[bounded - 1] + Math.max(1, column) - 1, text.length());
  }

  public SourceSpan span(int start, int end) {
    return new SourceSpan(this, start, end);
  }

  public SourceSpan whole() {
    return span(0, text.length());
  }

  @Override
  public String toString() {
    return path;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
