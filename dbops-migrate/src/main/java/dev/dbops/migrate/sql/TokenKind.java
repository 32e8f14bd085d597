package dev.dbops.migrate.sql;

/**
 * What a token is, by the rules of PostgreSQL's scanner and of psql in front of it. White space is
 * no token.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical
 *     structure</a>
 */
public enum TokenKind {
  /** An identifier or keyword without quotes; a {@code $} may stand inside. */
  WORD,
  /** {@code "name"} */
  QUOTED_IDENTIFIER,
  /** {@code U&"name"}, without the {@code UESCAPE} that may follow. */
  UNICODE_IDENTIFIER,
  /** {@code 'text'}, with the parts that continue it on further lines. */
  STRING,
  /** {@code E'text'}, in which a backslash escapes. */
  ESCAPE_STRING,
  /** {@code U&'text'}, without the {@code UESCAPE} that may follow. */
  UNICODE_STRING,
  /** {@code B'01'} or {@code X'1F'} */
  BIT_STRING,
  /** {@code $$text$$} or {@code $tag$text$tag$} */
  DOLLAR_STRING,
  /** A number without a sign: {@code 42}, {@code 1_000}, {@code 0x1F}, {@code .5e-3}. */
  NUMBER,
  /** {@code $1} */
  PARAMETER,
  /** One or more operator characters, {@code *} and {@code =} among them. */
  OPERATOR,
  LEFT_PAREN,
  RIGHT_PAREN,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  COMMA,
  /** {@code ;} or psql's <code>\;</code>, which sends the statements on both sides together. */
  SEMICOLON,
  COLON,
  /** The cast {@code ::} */
  DOUBLE_COLON,
  /** {@code :=} */
  COLON_EQUALS,
  /** {@code =>} */
  EQUALS_GREATER,
  DOT,
  /** The range {@code ..} of plpgsql. */
  DOT_DOT,
  /** {@code -- text}, without the line break. */
  LINE_COMMENT,
  /** A comment in slashes and stars, with those nested in it. */
  BLOCK_COMMENT,
  /** A backslash command of psql up to the end of its line. */
  META_COMMAND,
  /** The lines after {@code COPY … FROM STDIN;} up to and with the line <code>\.</code>. */
  COPY_DATA,
  /**
   * {@code ${name}} of Flyway, Liquibase or Maven, or a variable of psql: {@code :name}, {@code
   * :'name'}, {@code :"name"}.
   */
  PLACEHOLDER,
  /** The byte order mark that begins a file. */
  BOM,
  /** A string, quoted identifier or comment that never ends: it runs to the end of the text. */
  UNTERMINATED,
  /** A character that PostgreSQL's scanner knows nothing to do with. */
  UNKNOWN;

  public boolean isComment() {
    return this == LINE_COMMENT || this == BLOCK_COMMENT;
  }

  /** Whether the token names something: a word or an identifier in quotes. */
  public boolean isIdentifier() {
    return this == WORD || this == QUOTED_IDENTIFIER || this == UNICODE_IDENTIFIER;
  }

  /** Whether the token is a constant in any of the quotes that SQL has. */
  public boolean isString() {
    return this == STRING
        || this == ESCAPE_STRING
        || this == UNICODE_STRING
        || this == BIT_STRING
        || this == DOLLAR_STRING;
  }
}
