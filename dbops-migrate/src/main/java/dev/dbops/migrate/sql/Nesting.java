package dev.dbops.migrate.sql;

import java.util.BitSet;

/** The parentheses and brackets that are open, and to whom colons belong inside each of them. */
final class Nesting {
  private final BitSet colonsOfSql = new BitSet();
  private int depth;
  private int parentheses;

  void clear() {
    depth = 0;
    parentheses = 0;
  }

  /**
   * Opens a parenthesis.
   *
   * @param ofJson whether it holds the keys and values of a JSON constructor, with colons between
   */
  void openParenthesis(boolean ofJson) {
    parentheses++;
    colonsOfSql.set(++depth, ofJson);
  }

  /** Opens a bracket; the colon of a slice may stand in it. */
  void openBracket() {
    colonsOfSql.set(++depth);
  }

  /** Closes a parenthesis; one that was never opened is passed over, as in psql. */
  void closeParenthesis() {
    parentheses = Math.max(0, parentheses - 1);
    closeBracket();
  }

  void closeBracket() {
    depth = Math.max(0, depth - 1);
  }

  /**
   * Whether no parenthesis is open, so that a semicolon ends the statement. Brackets don't count.
   */
  boolean isOutsideParentheses() {
    return parentheses == 0;
  }

  /** Whether a colon is PostgreSQL's own here, and does not begin a variable of psql. */
  boolean hasColonsOfSql() {
    return depth > 0 && colonsOfSql.get(depth);
  }
}
