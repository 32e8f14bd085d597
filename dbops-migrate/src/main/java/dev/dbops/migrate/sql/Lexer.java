package dev.dbops.migrate.sql;

/**
 * Reads SQL by PostgreSQL's lexical rules (with {@code standard_conforming_strings} on) and psql's
 * for what surrounds it. Takes time linear in the text, does not recurse, and reads any text at
 * all: what is no SQL becomes {@link TokenKind#UNKNOWN} or {@link TokenKind#UNTERMINATED}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical
 *     structure</a>
 */
public final class Lexer {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private final int length;
  private final boolean script;
  private final Tokens.Builder tokens;
  private final Nesting nesting = new Nesting();
  private int position;
  private int statement;
  private int copies;
  private int copyData;

  private Lexer(String text, boolean script) {
    this.text = text;
    this.script = script;
    this.length = text.length();
    this.tokens = new Tokens.Builder(text);
  }

  public static Tokens lex(String sql) {
    return new Lexer(sql, true).run();
  }

  private Tokens run() {
    if (length > 0 && text.charAt(0) == BYTE_ORDER_MARK) {
      add(TokenKind.BOM, 1);
    }
    while (true) {
      while (position < length && Characters.isSpace(text.charAt(position))) {
        position++;
      }
      if (copies > 0 && position >= copyData) {
        copyData();
      } else if (position < length) {
        next(text.charAt(position));
      } else {
        return tokens.build();
      }
    }
  }

  private void next(char c) {
    switch (c) {
      case '\'' -> string(TokenKind.STRING, position);
      case '"' -> identifier(TokenKind.QUOTED_IDENTIFIER, position);
      case '(' -> {
        nesting.openParenthesis(
            tokens.endsInWord("json_object") || tokens.endsInWord("json_objectagg"));
        add(TokenKind.LEFT_PAREN, position + 1);
      }
      case '[' -> {
        nesting.openBracket();
        add(TokenKind.LEFT_BRACKET, position + 1);
      }
      case ')' -> {
        nesting.closeParenthesis();
        add(TokenKind.RIGHT_PAREN, position + 1);
      }
      case ']' -> {
        nesting.closeBracket();
        add(TokenKind.RIGHT_BRACKET, position + 1);
      }
      case ',' -> add(TokenKind.COMMA, position + 1);
      case ';' -> semicolon(position + 1);
      case '.' -> dot();
      case ':' -> colon();
      case '$' -> dollar();
      case '\\' -> backslash();
      case 'b', 'B', 'x', 'X' -> wordOrString(TokenKind.BIT_STRING);
      case 'e', 'E' -> wordOrString(TokenKind.ESCAPE_STRING);
      case 'u', 'U' -> wordOrUnicode();
      default -> {
        if (Characters.isWordStart(c)) {
          word();
        } else if (Characters.isDigit(c)) {
          add(TokenKind.NUMBER, Numbers.endOfNumber(text, position));
        } else if (Characters.isOperator(c)) {
          operatorOrComment();
        } else {
          add(TokenKind.UNKNOWN, position + 1);
        }
      }
    }
  }

  private void add(TokenKind kind, int end) {
    tokens.add(kind, position, end);
    position = end;
  }

  /** Adds a token that may never end. */
  private void addQuoted(TokenKind kind, int end) {
    if (end == Quotes.NEVER) {
      add(TokenKind.UNTERMINATED, length);
    } else {
      add(kind, end);
    }
  }

  private boolean has(int offset, char c) {
    return offset < length && text.charAt(offset) == c;
  }

  private void word() {
    int end = position + 1;
    while (end < length && Characters.isWordPart(text.charAt(end))) {
      if (text.charAt(end) == '$' && Psql.endOfPlaceholder(text, end) != Quotes.NEVER) {
        break;
      }
      end++;
    }
    add(TokenKind.WORD, end);
  }

  private void wordOrString(TokenKind kind) {
    if (has(position + 1, '\'')) {
      string(kind, position + 1);
    } else {
      word();
    }
  }

  private void wordOrUnicode() {
    boolean unicode = has(position + 1, '&');
    if (unicode && has(position + 2, '\'')) {
      string(TokenKind.UNICODE_STRING, position + 2);
    } else if (unicode && has(position + 2, '"')) {
      identifier(TokenKind.UNICODE_IDENTIFIER, position + 2);
    } else {
      word();
    }
  }

  private void string(TokenKind kind, int quote) {
    addQuoted(kind, Quotes.endOfString(text, quote, kind == TokenKind.ESCAPE_STRING));
  }

  private void identifier(TokenKind kind, int quote) {
    addQuoted(kind, Quotes.endOfIdentifier(text, quote));
  }

  private void dollar() {
    int placeholder = Psql.endOfPlaceholder(text, position);
    int endOfTag = Quotes.endOfDollarTag(text, position);
    if (placeholder != Quotes.NEVER) {
      add(TokenKind.PLACEHOLDER, placeholder);
    } else if (endOfTag != Quotes.NEVER) {
      addQuoted(TokenKind.DOLLAR_STRING, Quotes.endOfDollarString(text, position, endOfTag));
    } else {
      int end = Numbers.endOfDigits(text, position + 1);
      boolean parameter = end > position + 1;
      add(parameter ? TokenKind.PARAMETER : TokenKind.UNKNOWN, end);
    }
  }

  private void dot() {
    if (position + 1 < length && Characters.isDigit(text.charAt(position + 1))) {
      add(TokenKind.NUMBER, Numbers.endOfNumber(text, position));
    } else if (has(position + 1, '.')) {
      add(TokenKind.DOT_DOT, position + 2);
    } else {
      add(TokenKind.DOT, position + 1);
    }
  }

  private void colon() {
    if (has(position + 1, ':')) {
      add(TokenKind.DOUBLE_COLON, position + 2);
    } else if (has(position + 1, '=')) {
      add(TokenKind.COLON_EQUALS, position + 2);
    } else {
      int variable = nesting.hasColonsOfSql() ? Quotes.NEVER : Psql.endOfVariable(text, position);
      boolean found = variable != Quotes.NEVER;
      add(found ? TokenKind.PLACEHOLDER : TokenKind.COLON, found ? variable : position + 1);
    }
  }

  private void operatorOrComment() {
    if (text.startsWith("--", position)) {
      add(TokenKind.LINE_COMMENT, Quotes.endOfLine(text, position));
    } else if (text.startsWith("/*", position)) {
      addQuoted(TokenKind.BLOCK_COMMENT, Quotes.endOfBlockComment(text, position));
    } else {
      int endOfRun = Operators.endOfRun(text, position);
      int end = Operators.endOfFirst(text, position, endOfRun);
      boolean arrow = end - position == 2 && text.startsWith("=>", position);
      add(arrow ? TokenKind.EQUALS_GREATER : TokenKind.OPERATOR, end);
      while (position < endOfRun) {
        add(TokenKind.OPERATOR, position + 1);
      }
    }
  }

  private void semicolon(int end) {
    add(TokenKind.SEMICOLON, end);
    if (nesting.isOutsideParentheses()) {
      if (Psql.isCopyFromStdin(tokens.since(statement))) {
        expectCopyData();
      }
      beginStatement();
    }
  }

  private void beginStatement() {
    nesting.clear();
    statement = tokens.size();
  }

  private void backslash() {
    if (has(position + 1, ';')) {
      semicolon(position + 2);
    } else if (has(position + 1, ':')) {
      add(TokenKind.COLON, position + 2);
    } else if (script) {
      metaCommand();
    } else {
      add(TokenKind.UNKNOWN, position + 1);
    }
  }

  private void metaCommand() {
    int start = position;
    add(TokenKind.META_COMMAND, Psql.endOfMetaCommand(text, position));
    String command = text.substring(start, position);
    if (Psql.sendsStatement(command)) {
      beginStatement();
    } else if (command.startsWith("\\copy")
        && Psql.isCopyFromStdin(new Lexer(command.substring(1), false).run())) {
      expectCopyData();
    }
  }

  private void expectCopyData() {
    if (copies++ == 0) {
      copyData = nextLine();
    }
  }

  private int nextLine() {
    int newline = text.indexOf('\n', position);
    return newline < 0 ? length : newline + 1;
  }

  private void copyData() {
    copies--;
    position = Math.max(copyData, tokens.end());
    int end = Psql.endOfCopyData(text, position);
    if (end > position) {
      add(TokenKind.COPY_DATA, end);
      copyData = nextLine();
    }
  }
}
