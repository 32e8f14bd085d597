package dev.dbops.migrate.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through the tokens of an expression once and tells calls from columns, types and keywords.
 */
final class ExpressionReader {
  /** Functions that are called without parentheses. */
  private static final Set<String> VALUE_FUNCTIONS =
      words(
          """
          current_catalog current_date current_role current_schema current_time current_timestamp
          current_user localtime localtimestamp session_user system_user user
          """);

  /** Words that a parenthesis can follow without a call: of clauses, of operators and of types. */
  private static final Set<String> NO_FUNCTIONS =
      words(
          """
          all and any array as asymmetric between bigint bit boolean both by case cast char character
          check
          collate cross dec decimal distinct else end except exists float for from group having ilike in
          int integer intersect interval is isnull join lateral leading like limit national nchar not
          notnull null numeric of offset on operator or order over overlaps partition placing precision
          real returning row rows select setof similar smallint some symmetric then time timestamp to
          trailing union using values varchar variadic varying when where with
          """);

  /** Keywords that a column can be named by all the same. */
  private static final Set<String> COLUMN_KEYWORDS =
      words(
          """
          bigint bit boolean char character coalesce dec decimal extract float greatest grouping inout int
          integer interval json least national nchar none normalize nullif numeric out overlay position
          precision real smallint substring time timestamp treat trim varchar
          """);

  private static final Set<String> CONSTANTS = words("true false null");

  private final Tokens tokens;
  private final TypeTokens types;
  private final List<FunctionCall> calls = new ArrayList<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private boolean subquery;
  private boolean parameter;

  /** Whether something has just been named that an operator must follow: no column can. */
  private boolean operand;

  ExpressionReader(String text) {
    this.tokens = Lexer.lex(text).only(kind -> !kind.isComment());
    this.types = new TypeTokens(tokens);
  }

  ExpressionFacts read() {
    int i = 0;
    while (i < tokens.size()) {
      i = tokens.kind(i).isIdentifier() ? name(i) : other(i);
    }
    boolean constant = calls.isEmpty() && columns.isEmpty() && !subquery && !parameter;
    return new ExpressionFacts(calls, columns, constant, subquery);
  }

  /** Takes in a token that names nothing, and answers the index of the next. */
  private int other(int i) {
    TokenKind kind = tokens.kind(i);
    if (kind == TokenKind.DOUBLE_COLON) {
      operand = true;
      return types.endOfType(i + 1);
    }
    parameter |= kind == TokenKind.PARAMETER || kind == TokenKind.PLACEHOLDER;
    operand =
        kind.isString()
            || kind == TokenKind.NUMBER
            || kind == TokenKind.PARAMETER
            || kind == TokenKind.PLACEHOLDER
            || kind == TokenKind.RIGHT_PAREN
            || kind == TokenKind.RIGHT_BRACKET;
    if (kind == TokenKind.DOT && i + 1 < tokens.size() && tokens.kind(i + 1).isIdentifier()) {
      // A field of what stands in parentheses or brackets before.
      operand = true;
      return i + 2;
    }
    return i + 1;
  }

  /** Takes in a name or keyword, and answers the index of the token after it. */
  private int name(int i) {
    int end = types.endOfName(i);
    boolean keyword = end == i + 1 && tokens.is(i, TokenKind.WORD);
    if (tokens.is(end, TokenKind.EQUALS_GREATER) || tokens.is(end, TokenKind.COLON_EQUALS)) {
      operand = false;
      return end + 1;
    }
    return keyword ? word(i, tokens.text(i).toLowerCase(Locale.ROOT)) : named(i, end);
  }

  private int word(int i, String word) {
    if (operand && word.equals("at")) {
      calls.add(new FunctionCall(Optional.empty(), "timezone", span(i, i + 1)));
      operand = tokens.isWord(i + 1, "local");
      return tokens.isWord(i + 1, "time") ? i + 3 : i + 2;
    }
    if (tokens.isWord(i + 1, "by")) {
      operand = false;
      return i + 2;
    }
    if (word.equals("operator") && tokens.is(i + 1, TokenKind.LEFT_PAREN)) {
      operand = false;
      return endOfOperator(i + 2);
    }
    if (word.equals("is")) {
      int next = tokens.isWord(i + 1, "not") ? i + 2 : i + 1;
      operand = !tokens.isWord(next, "distinct");
      return next + 1;
    }
    if (word.equals("as") || word.equals("collate")) {
      operand = true;
      return types.endOfType(i + 1);
    }
    boolean follows = operand && !tokens.is(i + 1, TokenKind.LEFT_PAREN);
    subquery |= word.equals("select") || word.equals("values");
    if (CONSTANTS.contains(word) || word.equals("end")) {
      operand = true;
      return i + 1;
    }
    if (VALUE_FUNCTIONS.contains(word)) {
      calls.add(new FunctionCall(Optional.empty(), word, span(i, i + 1)));
      operand = true;
      return i + 1;
    }
    if (follows) {
      boolean fields = i > 0 && types.isField(i) && tokens.kind(i - 1).isString();
      operand = fields;
      return fields ? types.endOfFields(i) : i + 1;
    }
    return named(i, i + 1);
  }

  /** Takes in what is a call, a type or a column. */
  private int named(int i, int end) {
    String word = end == i + 1 && tokens.is(i, TokenKind.WORD) ? text(i) : "";
    if (tokens.is(end, TokenKind.LEFT_PAREN)) {
      boolean clause = operand && (word.equals("filter") || word.equals("within"));
      if (NO_FUNCTIONS.contains(word) || clause) {
        operand = false;
        return end;
      }
      calls.add(call(i, end));
      operand = false;
      return word.equals("extract") ? end + 2 : end;
    }
    if (tokens.is(end, TokenKind.DOT) && tokens.isOperator(end + 1, "*")) {
      operand = true;
      return end + 2;
    }
    boolean typed = end < tokens.size() && tokens.kind(end).isString();
    boolean longType = !word.isEmpty() && end < tokens.size() && types.isTypeWord(end);
    if (typed || longType && !Keywords.needQuotes(text(end))) {
      operand = true;
      return types.endOfType(i);
    }
    if (word.isEmpty() || !Keywords.needQuotes(word) || COLUMN_KEYWORDS.contains(word)) {
      if (longType && COLUMN_KEYWORDS.contains(word)) {
        operand = true;
        return types.endOfType(i);
      }
      columns.add(identifier(end - 1));
      operand = true;
    } else {
      operand = false;
    }
    return end;
  }

  private FunctionCall call(int i, int end) {
    Optional<String> schema = end - i > 2 ? Optional.of(identifier(end - 3)) : Optional.empty();
    return new FunctionCall(schema, identifier(end - 1), span(i, end));
  }

  /** The index after {@code OPERATOR(schema.+)}. */
  private int endOfOperator(int i) {
    int end = i;
    while (end < tokens.size() && !tokens.is(end, TokenKind.RIGHT_PAREN)) {
      end++;
    }
    return end + 1;
  }

  private String text(int i) {
    return tokens.text(i).toLowerCase(Locale.ROOT);
  }

  private String identifier(int i) {
    return SqlIdentifier.truncate(SqlIdentifier.fold(tokens.text(i)));
  }

  private Span span(int from, int to) {
    return new Span(tokens.start(from), tokens.end(to - 1));
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
