package dev.dbops.migrate.sql.internal;

import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Finds where stretches of tokens end that belong together. */
final class TokenRuns {
  private static final int NONE = -1;

  private TokenRuns() {}

  /** The token after a name of one or more parts; -1 if none begins there. */
  static int endOfName(List<GrammarToken> tokens, int start) {
    if (!isName(tokens, start)) {
      return NONE;
    }
    int end = start + 1;
    while (is(tokens, end, SQLParser.DOT) && isName(tokens, end + 1)) {
      end += 2;
    }
    return end;
  }

  /** The token after the parenthesis that closes the one that stands there; -1 without either. */
  static int endOfGroup(List<GrammarToken> tokens, int start) {
    if (!is(tokens, start, SQLParser.LEFT_PAREN)) {
      return NONE;
    }
    int depth = 0;
    for (int i = start; i < tokens.size(); i++) {
      int type = tokens.get(i).getType();
      if (type == SQLParser.LEFT_PAREN) {
        depth++;
      } else if (type == SQLParser.RIGHT_PAREN && --depth == 0) {
        return i + 1;
      }
    }
    return NONE;
  }

  /** The token after a list of names in parentheses; -1 if none begins there. */
  static int endOfNames(List<GrammarToken> tokens, int start) {
    if (!is(tokens, start, SQLParser.LEFT_PAREN)) {
      return NONE;
    }
    int end = endOfName(tokens, start + 1);
    while (is(tokens, end, SQLParser.COMMA)) {
      end = endOfName(tokens, end + 1);
    }
    return is(tokens, end, SQLParser.RIGHT_PAREN) ? end + 1 : NONE;
  }

  /** The next comma, or the end, of a list; what stands in parentheses is passed over. */
  static int endOfItem(List<GrammarToken> tokens, int start, int endOfList) {
    int i = start;
    while (i < endOfList && !is(tokens, i, SQLParser.COMMA)) {
      int group = endOfGroup(tokens, i);
      i = group == NONE ? i + 1 : group;
    }
    return Math.min(i, endOfList);
  }

  static boolean is(List<GrammarToken> tokens, int index, int type) {
    return index >= 0 && index < tokens.size() && tokens.get(index).getType() == type;
  }

  static boolean isName(List<GrammarToken> tokens, int index) {
    if (index < 0 || index >= tokens.size()) {
      return false;
    }
    int type = tokens.get(index).getType();
    return GrammarKeywords.isKeyword(type)
        || type == SQLParser.Identifier
        || type == SQLParser.QuotedIdentifier
        || type == SQLParser.UnicodeQuotedIdentifier;
  }

  /**
   * Whether an operand may end there: a value, a name, a closing parenthesis. A keyword may be a
   * name as well, unless it is one that something must follow.
   */
  static boolean endsOperand(List<GrammarToken> tokens, int index) {
    if (index < 0) {
      return false;
    }
    return switch (tokens.get(index).getType()) {
      case SQLParser.RIGHT_PAREN,
          SQLParser.RIGHT_BRACKET,
          SQLParser.Identifier,
          SQLParser.QuotedIdentifier,
          SQLParser.UnicodeQuotedIdentifier,
          SQLParser.StringConstant,
          SQLParser.UnicodeEscapeStringConstant,
          SQLParser.Integer,
          SQLParser.Numeric,
          SQLParser.DOLLAR_NUMBER ->
          true;
      case SQLParser.SELECT,
          SQLParser.DISTINCT,
          SQLParser.ALL,
          SQLParser.FROM,
          SQLParser.WHERE,
          SQLParser.AND,
          SQLParser.OR,
          SQLParser.NOT,
          SQLParser.CASE,
          SQLParser.WHEN,
          SQLParser.THEN,
          SQLParser.ELSE,
          SQLParser.ON,
          SQLParser.BY,
          SQLParser.HAVING,
          SQLParser.LIMIT,
          SQLParser.OFFSET,
          SQLParser.RETURNING,
          SQLParser.DEFAULT,
          SQLParser.LIKE,
          SQLParser.ILIKE,
          SQLParser.AS,
          SQLParser.IN,
          SQLParser.USING,
          SQLParser.IF,
          SQLParser.ELSIF,
          SQLParser.WHILE,
          SQLParser.RETURN,
          SQLParser.TABLE ->
          false;
      default -> GrammarKeywords.isKeyword(tokens.get(index).getType());
    };
  }
}
