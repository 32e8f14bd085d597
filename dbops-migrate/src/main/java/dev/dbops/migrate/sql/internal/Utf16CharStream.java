package dev.dbops.migrate.sql.internal;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A string as the grammar's lexer reads it, counted in UTF-16 units as every other offset here is.
 * ANTLR's own stream counts code points, which would shift spans behind a character outside the
 * basic plane.
 */
final class Utf16CharStream implements CharStream {
  private final String text;
  private int position;

  Utf16CharStream(String text) {
    this.text = text;
  }

  @Override
  public void consume() {
    position++;
  }

  @Override
  public int LA(int distance) {
    int index = position + (distance > 0 ? distance - 1 : distance);
    return index < 0 || index >= text.length() ? IntStream.EOF : text.charAt(index);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // Nothing is buffered, so there is nothing to let go of.
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return IntStream.UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, text.length());
    return interval.a >= end ? "" : text.substring(interval.a, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
