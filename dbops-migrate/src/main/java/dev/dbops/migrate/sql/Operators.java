package dev.dbops.migrate.sql;

/**
 * Cuts operators apart as PostgreSQL does.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-OPERATORS">Operators</a>
 */
final class Operators {
  private static final String FREE_TO_END_IN_SIGN = "~!@#^&|`?%";

  private Operators() {}

  /** The end of a run of operator characters; a comment ends it. */
  static int endOfRun(String text, int start) {
    int i = start + 1;
    while (i < text.length() && Characters.isOperator(text.charAt(i))) {
      if (text.startsWith("--", i) || text.startsWith("/*", i)) {
        return i;
      }
      i++;
    }
    return i;
  }

  /**
   * The end of the first operator of a run: the whole run, unless it ends in signs that cannot
   * belong to it, as in {@code a=-1}. Each of the signs left over is an operator of its own.
   */
  static int endOfFirst(String text, int start, int endOfRun) {
    int end = endOfRun;
    if (!isSign(text.charAt(end - 1)) || mayEndInSign(text, start, end - 1)) {
      return end;
    }
    while (end > start + 1 && isSign(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }

  private static boolean mayEndInSign(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (FREE_TO_END_IN_SIGN.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
