package dev.dbops.migrate.sql;

/** Finds where numbers end, with the underscores and radix prefixes that PostgreSQL 16 brought. */
final class Numbers {
  private Numbers() {}

  /** The end of a number that begins with a digit, or with a dot and a digit. */
  static int endOfNumber(String text, int start) {
    int radix = text.charAt(start) == '0' ? radixOf(text, start + 1) : 10;
    if (radix != 10) {
      int end = endOfGroup(text, start + 2, radix, true);
      if (end > start + 2) {
        return end;
      }
    }
    int end = endOfGroup(text, start, 10, false);
    if (text.startsWith(".", end) && (end == start || !text.startsWith("..", end))) {
      end = endOfGroup(text, end + 1, 10, false);
    }
    return endOfExponent(text, end);
  }

  static int endOfDigits(String text, int start) {
    int i = start;
    while (i < text.length() && Characters.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int radixOf(String text, int offset) {
    if (offset >= text.length()) {
      return 10;
    }
    return switch (text.charAt(offset)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  /** Digits, each of which an underscore may precede, the first only where that is allowed. */
  private static int endOfGroup(String text, int start, int radix, boolean underscoreFirst) {
    int i = start;
    while (true) {
      boolean underscore = (i > start || underscoreFirst) && text.startsWith("_", i);
      int digit = underscore ? i + 1 : i;
      if (digit >= text.length() || !isDigit(text.charAt(digit), radix)) {
        return i;
      }
      i = digit + 1;
    }
  }

  private static boolean isDigit(char c, int radix) {
    return c < 128 && Character.digit(c, radix) >= 0;
  }

  private static int endOfExponent(String text, int start) {
    if (start >= text.length() || Characters.toLowerCase(text.charAt(start)) != 'e') {
      return start;
    }
    boolean sign = text.startsWith("+", start + 1) || text.startsWith("-", start + 1);
    int digits = start + (sign ? 2 : 1);
    int end = endOfGroup(text, digits, 10, false);
    return end > digits ? end : start;
  }
}
