package dev.dbops.migrate.sql;

/**
 * The classes of characters in PostgreSQL's scanner. Everything outside ASCII is a letter to it, a
 * non-breaking space too.
 */
final class Characters {
  private static final int SPACE = 1;
  private static final int WORD_START = 2;
  private static final int WORD_PART = 4;
  private static final int OPERATOR = 8;
  private static final int DIGIT = 16;
  private static final byte[] CLASSES = classes();

  private Characters() {}

  static boolean isSpace(char c) {
    return is(c, SPACE);
  }

  static boolean isNewline(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isWordStart(char c) {
    return c >= 128 || is(c, WORD_START);
  }

  /**
   * Whether an identifier may go on with it; a tag of a dollar quote may as well, but for {@code
   * $}.
   */
  static boolean isWordPart(char c) {
    return c >= 128 || is(c, WORD_PART);
  }

  static boolean isOperator(char c) {
    return is(c, OPERATOR);
  }

  static boolean isDigit(char c) {
    return is(c, DIGIT);
  }

  static char toLowerCase(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  /** Compares a stretch of text with a word, without regard to the case of ASCII letters only. */
  static boolean isAsciiEqual(String text, int start, int end, String word) {
    if (end - start != word.length()) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (toLowerCase(text.charAt(i)) != toLowerCase(word.charAt(i - start))) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(char c, int wanted) {
    return c < 128 && (CLASSES[c] & wanted) != 0;
  }

  private static byte[] classes() {
    byte[] classes = new byte[128];
    mark(classes, " \t\n\r\f\u000B", SPACE);
    mark(classes, "~!@#^&|`?+-*/%<>=", OPERATOR);
    mark(classes, "0123456789", DIGIT | WORD_PART);
    mark(classes, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", WORD_START | WORD_PART);
    mark(classes, "$", WORD_PART);
    return classes;
  }

  private static void mark(byte[] classes, String characters, int kind) {
    for (int i = 0; i < characters.length(); i++) {
      classes[characters.charAt(i)] |= (byte) kind;
    }
  }
}
