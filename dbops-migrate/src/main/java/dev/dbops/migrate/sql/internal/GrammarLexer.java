package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * Turns our tokens into the grammar's. The grammar has a lexer of its own, which knows neither the
 * escapes of {@code E'…'} nor underscores in numbers, and takes five times as long.
 */
final class GrammarLexer {
  private GrammarLexer() {}

  /**
   * The tokens without comments.
   *
   * @param shift what to add to their offsets to get those in the whole text
   */
  static List<GrammarToken> tokens(Tokens tokens, int shift) {
    List<GrammarToken> all = new ArrayList<>(tokens.size() + 1);
    for (int i = 0; i < tokens.size(); i++) {
      TokenKind kind = tokens.kind(i);
      if (!kind.isComment() && kind != TokenKind.BOM) {
        int start = tokens.start(i);
        int end = tokens.end(i);
        int type = type(kind, tokens.source(), start, end);
        all.add(new GrammarToken(type, start + shift, end + shift));
      }
    }
    return all;
  }

  private static int type(TokenKind kind, String text, int start, int end) {
    return switch (kind) {
      case WORD -> GrammarKeywords.typeOf(text, start, end);
      case QUOTED_IDENTIFIER -> SQLParser.QuotedIdentifier;
      case UNICODE_IDENTIFIER -> SQLParser.UnicodeQuotedIdentifier;
      case STRING, ESCAPE_STRING, BIT_STRING, DOLLAR_STRING -> SQLParser.StringConstant;
      case UNICODE_STRING -> SQLParser.UnicodeEscapeStringConstant;
      case NUMBER -> number(text, start, end);
      case PARAMETER -> SQLParser.DOLLAR_NUMBER;
      case OPERATOR -> operator(text, start, end);
      case LEFT_PAREN -> SQLParser.LEFT_PAREN;
      case RIGHT_PAREN -> SQLParser.RIGHT_PAREN;
      case LEFT_BRACKET -> SQLParser.LEFT_BRACKET;
      case RIGHT_BRACKET -> SQLParser.RIGHT_BRACKET;
      case COMMA -> SQLParser.COMMA;
      case SEMICOLON -> SQLParser.SEMI_COLON;
      case COLON -> SQLParser.COLON;
      case DOUBLE_COLON -> SQLParser.CAST_EXPRESSION;
      case COLON_EQUALS -> SQLParser.COLON_EQUAL;
      case EQUALS_GREATER -> SQLParser.EQUAL_GTH;
      case DOT -> SQLParser.DOT;
      case DOT_DOT -> SQLParser.DOUBLE_DOT;
      default -> SQLParser.BAD;
    };
  }

  private static int number(String text, int start, int end) {
    if (end - start > 2
        && text.charAt(start) == '0'
        && Character.isLetter(text.charAt(start + 1))) {
      return SQLParser.Integer;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == 'e' || c == 'E') {
        return SQLParser.Numeric;
      }
    }
    return SQLParser.Integer;
  }

  private static int operator(String text, int start, int end) {
    char first = text.charAt(start);
    if (end - start == 1) {
      return switch (first) {
        case '=' -> SQLParser.EQUAL;
        case '<' -> SQLParser.LTH;
        case '>' -> SQLParser.GTH;
        case '+' -> SQLParser.PLUS;
        case '-' -> SQLParser.MINUS;
        case '*' -> SQLParser.MULTIPLY;
        case '/' -> SQLParser.DIVIDE;
        case '%' -> SQLParser.MODULAR;
        case '^' -> SQLParser.EXP;
        case '#' -> SQLParser.HASH_SIGN;
        default -> SQLParser.OP_CHARS;
      };
    }
    return switch (text.substring(start, end)) {
      case "<=" -> SQLParser.LEQ;
      case ">=" -> SQLParser.GEQ;
      case "<>", "!=" -> SQLParser.NOT_EQUAL;
      case "<<" -> SQLParser.LESS_LESS;
      case ">>" -> SQLParser.GREATER_GREATER;
      default -> SQLParser.OP_CHARS;
    };
  }
}
