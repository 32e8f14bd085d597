package dev.dbops.migrate.sql;

/**
 * Finds where quoted things and comments end. Each method takes the offset of the opening sign and
 * answers the offset after the closing one, or {@link #NEVER}.
 */
final class Quotes {
  static final int NEVER = -1;

  private Quotes() {}

  /** A string, with the parts that continue it after a line break. */
  static int endOfString(String text, int open, boolean backslashEscapes) {
    int length = text.length();
    int i = open + 1;
    while (i < length) {
      char c = text.charAt(i);
      if (c == '\\' && backslashEscapes) {
        i += 2;
      } else if (c != '\'') {
        i++;
      } else if (i + 1 < length && text.charAt(i + 1) == '\'') {
        i += 2;
      } else {
        int next = nextPart(text, i + 1);
        if (next == NEVER) {
          return i + 1;
        }
        i = next + 1;
      }
    }
    return NEVER;
  }

  /** The quote that continues a string: only white space and line comments, with a line break. */
  private static int nextPart(String text, int from) {
    boolean newline = false;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Characters.isSpace(c)) {
        newline |= Characters.isNewline(c);
        i++;
      } else if (text.startsWith("--", i)) {
        i = endOfLine(text, i);
      } else {
        return newline && c == '\'' ? i : NEVER;
      }
    }
    return NEVER;
  }

  static int endOfIdentifier(String text, int open) {
    int close = text.indexOf('"', open + 1);
    while (close >= 0) {
      if (close + 1 == text.length() || text.charAt(close + 1) != '"') {
        return close + 1;
      }
      close = text.indexOf('"', close + 2);
    }
    return NEVER;
  }

  /** The end of the tag that opens a dollar quote, or {@link #NEVER} if the dollar opens none. */
  static int endOfDollarTag(String text, int open) {
    int i = open + 1;
    if (i < text.length() && Characters.isWordStart(text.charAt(i))) {
      while (i < text.length() && Characters.isWordPart(text.charAt(i)) && text.charAt(i) != '$') {
        i++;
      }
    }
    return i < text.length() && text.charAt(i) == '$' ? i + 1 : NEVER;
  }

  static int endOfDollarString(String text, int open, int endOfTag) {
    int close = text.indexOf(text.substring(open, endOfTag), endOfTag);
    return close < 0 ? NEVER : close + endOfTag - open;
  }

  /** A comment in slashes and stars; they nest. */
  static int endOfBlockComment(String text, int open) {
    int depth = 1;
    int i = open + 2;
    while (i + 1 < text.length()) {
      char c = text.charAt(i);
      char next = text.charAt(i + 1);
      if (c == '*' && next == '/') {
        i += 2;
        if (--depth == 0) {
          return i;
        }
      } else if (c == '/' && next == '*') {
        i += 2;
        depth++;
      } else {
        i++;
      }
    }
    return NEVER;
  }

  /** The line break that ends the line, or the end of the text. */
  static int endOfLine(String text, int from) {
    int i = from;
    while (i < text.length() && !Characters.isNewline(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
