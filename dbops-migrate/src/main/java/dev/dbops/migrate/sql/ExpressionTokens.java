package dev.dbops.migrate.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The tokens of an expression, as parentheses and CASE hold them together. */
record ExpressionTokens(Tokens tokens) {
  /** The tokens asked for that stand in no parentheses and in no CASE. */
  List<Integer> separators(int from, int to, IntPredicate wanted) {
    List<Integer> found = new ArrayList<>();
    int depth = 0;
    for (int i = from; i < to; i++) {
      int nesting = nesting(i);
      depth += nesting;
      if (nesting == 0 && depth == 0 && wanted.test(i) && !tokens.is(i - 1, TokenKind.DOT)) {
        found.add(i);
      }
    }
    return found;
  }

  /** How much deeper the tokens after this one stand. */
  private int nesting(int i) {
    return switch (tokens.kind(i)) {
      case LEFT_PAREN, LEFT_BRACKET -> 1;
      case RIGHT_PAREN, RIGHT_BRACKET -> -1;
      case WORD -> {
        boolean name = tokens.is(i - 1, TokenKind.DOT);
        boolean opens = !name && tokens.isWord(i, "case");
        boolean closes = !name && tokens.isWord(i, "end");
        yield opens ? 1 : closes ? -1 : 0;
      }
      default -> 0;
    };
  }

  /** Whether the first token opens a parenthesis that the last one closes. */
  boolean isParenthesised(int from, int to) {
    if (to - from < 2 || !tokens.is(from, TokenKind.LEFT_PAREN)) {
      return false;
    }
    int depth = 0;
    for (int i = from; i < to; i++) {
      if (tokens.is(i, TokenKind.LEFT_PAREN)) {
        depth++;
      } else if (tokens.is(i, TokenKind.RIGHT_PAREN) && --depth == 0) {
        return i == to - 1;
      }
    }
    return false;
  }

  boolean isComma(int i) {
    return tokens.is(i, TokenKind.COMMA);
  }

  String text(int from, int to) {
    return tokens.source().substring(tokens.start(from), tokens.end(to - 1));
  }
}
