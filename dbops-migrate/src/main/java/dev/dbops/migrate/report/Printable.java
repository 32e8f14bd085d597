package dev.dbops.migrate.report;

/**
 * Text of a migration as a terminal may show it: without the characters that move its cursor,
 * change its colours or turn the direction of its lines.
 */
final class Printable {
  private static final char REPLACEMENT = '\ufffd';

  private Printable() {}

  /** The same with each such character replaced by one that shows; line breaks and tabs stay. */
  static String of(String text) {
    StringBuilder shown = new StringBuilder(text);
    for (int i = 0; i < shown.length(); i++) {
      if (isControl(shown.charAt(i))) {
        shown.setCharAt(i, REPLACEMENT);
      }
    }
    return shown.toString();
  }

  private static boolean isControl(char c) {
    boolean allowed = c == '\n' || c == '\t';
    boolean turnsLines = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
    return Character.isISOControl(c) && !allowed || turnsLines;
  }
}
