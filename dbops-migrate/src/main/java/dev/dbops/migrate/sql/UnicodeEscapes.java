package dev.dbops.migrate.sql;

/** Names in {@code U&"…"}, with an escape character other than the backslash if they ask for it. */
final class UnicodeEscapes {
  private UnicodeEscapes() {}

  static String decode(String token) {
    int close = Quotes.endOfIdentifier(token, 2);
    int end = close == Quotes.NEVER ? token.length() : close - 1;
    String escaped = SqlIdentifier.unquote(token, 3, end);
    char escape = close == Quotes.NEVER ? '\\' : escapeCharacter(token.substring(close));
    StringBuilder name = new StringBuilder();
    int i = 0;
    while (i < escaped.length()) {
      char c = escaped.charAt(i);
      int length = c == escape ? escapeLength(escaped, i, escape) : 0;
      if (length == 2) {
        name.append(escape);
      } else if (length > 2) {
        name.appendCodePoint(codePoint(escaped, i, length));
      } else {
        name.append(c);
      }
      i += Math.max(1, length);
    }
    return name.toString();
  }

  private static char escapeCharacter(String afterName) {
    Tokens clause = Lexer.lex(afterName).only(kind -> !kind.isComment());
    boolean given = clause.isWord(0, "uescape") && clause.is(1, TokenKind.STRING);
    return given && clause.end(1) - clause.start(1) == 3
        ? afterName.charAt(clause.start(1) + 1)
        : '\\';
  }

  /**
   * The characters of an escape: doubled, with four digits, or with a plus and six; 0 if it is
   * none.
   */
  private static int escapeLength(String text, int start, char escape) {
    if (text.startsWith(String.valueOf(escape), start + 1)) {
      return 2;
    }
    int length = text.startsWith("+", start + 1) ? 8 : 5;
    if (start + length > text.length()) {
      return 0;
    }
    for (int i = start + length - (length == 8 ? 6 : 4); i < start + length; i++) {
      if (text.charAt(i) >= 128 || Character.digit(text.charAt(i), 16) < 0) {
        return 0;
      }
    }
    return Character.isValidCodePoint(codePoint(text, start, length)) ? length : 0;
  }

  private static int codePoint(String text, int start, int length) {
    int digits = length == 8 ? 6 : 4;
    return Integer.parseInt(text, start + length - digits, start + length, 16);
  }
}
