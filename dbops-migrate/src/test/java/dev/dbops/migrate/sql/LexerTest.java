package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {
  @Test
  void finds_no_token_in_white_space() {
    assertThat(Lexer.lex(" \t\r\n\f\u000B").isEmpty()).isTrue();
  }

  @Test
  void keeps_the_offsets_of_each_token() {
    Tokens tokens = Lexer.lex("  alter /* x */ table");

    assertThat(tokens.size()).isEqualTo(3);
    assertThat(tokens.start(2)).isEqualTo(16);
    assertThat(tokens.end(2)).isEqualTo(21);
    assertThat(tokens.text(2)).isEqualTo("table");
  }

  @Test
  void compares_words_without_regard_to_the_case_of_ascii_letters_only() {
    Tokens tokens = Lexer.lex("TaBle \"table\" \u017Fet \u212Aey");

    assertThat(tokens.isWord(0, "table")).isTrue();
    assertThat(tokens.isWord(1, "table")).isFalse();
    assertThat(tokens.isWord(2, "set")).isFalse();
    assertThat(tokens.isWord(3, "key")).isFalse();
  }

  @Test
  void answers_no_to_what_lies_outside_the_list() {
    Tokens tokens = Lexer.lex("a");

    assertThat(tokens.isWord(1, "a")).isFalse();
    assertThat(tokens.is(-1, TokenKind.WORD)).isFalse();
    assertThat(tokens.slice(1, 1).isWord(-1, "a")).isFalse();
  }

  @Test
  void reads_words_with_letters_of_any_language() {
    reads("größe_1$x 価格 _a", "WORD(größe_1$x) WORD(価格) WORD(_a)");
    reads("a$$b$$", "WORD(a$$b$$)");
    reads("a\u00A0b \uD83D\uDE00 \uD83D", "WORD(a\u00A0b) WORD(\uD83D\uDE00) WORD(\uD83D)");
  }

  @Test
  void reads_quoted_identifiers() {
    reads(
        "a.\"B\".\"c\"\";\"",
        "WORD(a) DOT(.) QUOTED_IDENTIFIER(\"B\") DOT(.) QUOTED_IDENTIFIER(\"c\"\";\")");
    reads("U&\"\\0061\" uescape '!'", "UNICODE_IDENTIFIER(U&\"\\0061\") WORD(uescape) STRING('!')");
    reads(
        "u & \"a\" u&a",
        "WORD(u) OPERATOR(&) QUOTED_IDENTIFIER(\"a\") WORD(u) OPERATOR(&) WORD(a)");
  }

  @Test
  void reads_strings() {
    reads("'a;''b' ''", "STRING('a;''b') STRING('')");
    reads("'\\' 'a'", "STRING('\\') STRING('a')");
    reads(
        "E'\\'' e'\\\\' E'''\\''",
        "ESCAPE_STRING(E'\\'') ESCAPE_STRING(e'\\\\') ESCAPE_STRING(E'''\\'')");
    reads("U&'a' u&'b'", "UNICODE_STRING(U&'a') UNICODE_STRING(u&'b')");
    reads("B'01' x'fF' N'a'", "BIT_STRING(B'01') BIT_STRING(x'fF') WORD(N) STRING('a')");
  }

  @Test
  void continues_a_string_after_a_line_break() {
    reads("'a'\n  'b'", "STRING('a'\n  'b')");
    reads("'a' -- c\n -- d\n 'b'", "STRING('a' -- c\n -- d\n 'b')");
    reads("E'\\''\r'\\''", "ESCAPE_STRING(E'\\''\r'\\'')");
    reads("'a' 'b'", "STRING('a') STRING('b')");
    reads("'a' /* */\n'b'", "STRING('a') BLOCK_COMMENT(/* */) STRING('b')");
    reads("'a'\n-- c", "STRING('a') LINE_COMMENT(-- c)");
  }

  @Test
  void reads_dollar_quotes() {
    reads("$$a;'b$$$$$$", "DOLLAR_STRING($$a;'b$$) DOLLAR_STRING($$$$)");
    reads("$é$ $e$ $é$", "DOLLAR_STRING($é$ $e$ $é$)");
    reads("$a$ $A$ $b$a$", "DOLLAR_STRING($a$ $A$ $b$a$)");
    reads("1$$x$$", "NUMBER(1) DOLLAR_STRING($$x$$)");
    reads("$1$$x$$", "PARAMETER($1) DOLLAR_STRING($$x$$)");
    reads("$12a $ b $1$", "PARAMETER($12) WORD(a) UNKNOWN($) WORD(b) PARAMETER($1) UNKNOWN($)");
  }

  @Test
  void reads_numbers() {
    reads("1.5 .5 5. 1e5 1.e-5", "NUMBER(1.5) NUMBER(.5) NUMBER(5.) NUMBER(1e5) NUMBER(1.e-5)");
    reads("1_000 0x_fF 0b1_0 0O17", "NUMBER(1_000) NUMBER(0x_fF) NUMBER(0b1_0) NUMBER(0O17)");
    reads("1..10 1.2.3", "NUMBER(1) DOT_DOT(..) NUMBER(10) NUMBER(1.2) NUMBER(.3)");
    reads(
        "1e 0x 1_ 0b2", "NUMBER(1) WORD(e) NUMBER(0) WORD(x) NUMBER(1) WORD(_) NUMBER(0) WORD(b2)");
    reads("1e+", "NUMBER(1) WORD(e) OPERATOR(+)");
  }

  @Test
  void reads_punctuation() {
    reads(
        "a::int:=b=>c",
        "WORD(a) DOUBLE_COLON(::) WORD(int) COLON_EQUALS(:=) WORD(b) EQUALS_GREATER(=>) WORD(c)");
    reads(
        "(a[1],b);",
        "LEFT_PAREN(() WORD(a) LEFT_BRACKET([) NUMBER(1) RIGHT_BRACKET(]) COMMA(,) WORD(b) RIGHT_PAREN()) SEMICOLON(;)");
    reads("{a}\u0000\u0001", "UNKNOWN({) WORD(a) UNKNOWN(}) UNKNOWN(\u0000) UNKNOWN(\u0001)");
  }

  @Test
  void cuts_operators_apart_as_the_server_does() {
    reads("1=-1", "NUMBER(1) OPERATOR(=) OPERATOR(-) NUMBER(1)");
    reads("*+-+", "OPERATOR(*) OPERATOR(+) OPERATOR(-) OPERATOR(+)");
    reads("@-5 a->>b", "OPERATOR(@-) NUMBER(5) WORD(a) OPERATOR(->>) WORD(b)");
    reads("=>-1", "EQUALS_GREATER(=>) OPERATOR(-) NUMBER(1)");
    reads(
        "=-/* */+*--;",
        "OPERATOR(=) OPERATOR(-) BLOCK_COMMENT(/* */) OPERATOR(+*) LINE_COMMENT(--;)");
    reads(
        "@/*a*/+ */ ?|", "OPERATOR(@) BLOCK_COMMENT(/*a*/) OPERATOR(+) OPERATOR(*/) OPERATOR(?|)");
    assertThat(Lexer.lex("a <> b").isOperator(1, "<>")).isTrue();
    assertThat(Lexer.lex("a <> b").isOperator(1, "<")).isFalse();
  }

  @Test
  void nests_block_comments() {
    reads(
        "/* /* ; */ */ a /*/ */ b",
        "BLOCK_COMMENT(/* /* ; */ */) WORD(a) BLOCK_COMMENT(/*/ */) WORD(b)");
    reads("/***/ /**/*", "BLOCK_COMMENT(/***/) BLOCK_COMMENT(/**/) OPERATOR(*)");
    reads("-- /*\rb", "LINE_COMMENT(-- /*) WORD(b)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a;",
        "'a''",
        "E'a\\'",
        "E'\\",
        "\"a;\"\"",
        "U&'a",
        "U&\"a",
        "b'1",
        "$$ $",
        "$a$ $b$",
        "/* /* */",
        "/*",
        "'a'\n'b"
      })
  void marks_what_never_ends_up_to_the_end_of_the_text(String sql) {
    Tokens tokens = Lexer.lex("a " + sql);

    assertThat(tokens).hasToString("WORD(a) UNTERMINATED(" + sql + ")");
  }

  @Test
  void measures_how_deep_parentheses_and_brackets_nest() {
    assertThat(Lexer.lex("a").maxDepth()).isZero();
    assertThat(Lexer.lex("(a), ([b])").maxDepth()).isEqualTo(2);
    assertThat(Lexer.lex(")))(").maxDepth()).isEqualTo(1);
    assertThat(Lexer.lex("(".repeat(10_000) + "1" + ")".repeat(10_000)).maxDepth())
        .isEqualTo(10_000);
  }

  @Test
  void passes_over_a_byte_order_mark_only_at_the_start() {
    reads("\uFEFFa b\uFEFF", "BOM(\uFEFF) WORD(a) WORD(b\uFEFF)");
  }

  @Test
  void reads_placeholders_wherever_a_token_may_stand() {
    reads("${a}", "PLACEHOLDER(${a})");
    reads("t_${flyway:b-1.c}_x", "WORD(t_) PLACEHOLDER(${flyway:b-1.c}) WORD(_x)");
    reads(
        "'${a}' \"${a}\" $$${a;}$$",
        "STRING('${a}') QUOTED_IDENTIFIER(\"${a}\") DOLLAR_STRING($$${a;}$$)");
    reads("${} ${a", "UNKNOWN($) UNKNOWN({) UNKNOWN(}) UNKNOWN($) UNKNOWN({) WORD(a)");
  }

  @Test
  void reads_variables_of_psql_but_not_the_colons_of_sql() {
    reads(
        ":a :'b' :\"c\" :{?d}",
        "PLACEHOLDER(:a) PLACEHOLDER(:'b') PLACEHOLDER(:\"c\") PLACEHOLDER(:{?d})");
    reads(":1 :'b c'", "COLON(:) NUMBER(1) COLON(:) STRING('b c')");
    reads("a[b:c]", "WORD(a) LEFT_BRACKET([) WORD(b) COLON(:) WORD(c) RIGHT_BRACKET(])");
    reads(
        "json_object(a:b)",
        "WORD(json_object) LEFT_PAREN(() WORD(a) COLON(:) WORD(b) RIGHT_PAREN())");
    reads(
        "a[(:b)]",
        "WORD(a) LEFT_BRACKET([) LEFT_PAREN(() PLACEHOLDER(:b) RIGHT_PAREN()) RIGHT_BRACKET(])");
    reads("\\:a", "COLON(\\:) WORD(a)");
  }

  @Test
  void reads_meta_commands_up_to_the_end_of_their_line() {
    reads("\\i a b;\nc", "META_COMMAND(\\i a b;) WORD(c)");
    reads("a \\gset x_  \r\nb", "WORD(a) META_COMMAND(\\gset x_) WORD(b)");
    reads(
        "\\x \\\\ a \\echo 'b \\\\ c' \\q",
        "META_COMMAND(\\x \\\\) WORD(a) META_COMMAND(\\echo 'b \\\\ c') META_COMMAND(\\q)");
    reads("\\! a \\\\ b\n\\g | c \\ d", "META_COMMAND(\\! a \\\\ b) META_COMMAND(\\g | c \\ d)");
    reads("\\\\ \\", "META_COMMAND(\\\\) META_COMMAND(\\)");
    reads("'\\i' a\\;b", "STRING('\\i') WORD(a) SEMICOLON(\\;) WORD(b)");
  }

  @Test
  void reads_the_lines_that_copy_takes_in() {
    reads(
        "copy a from stdin;\n1'\n \\.\n\\.\nb",
        "WORD(copy) WORD(a) WORD(from) WORD(stdin) SEMICOLON(;) COPY_DATA(1'\n \\.\n\\.) WORD(b)");
    reads(
        "COPY/**/a FROM/**/STDIN; b\r\n\\.\r\nc",
        "WORD(COPY) BLOCK_COMMENT(/**/) WORD(a) WORD(FROM) BLOCK_COMMENT(/**/) WORD(STDIN) SEMICOLON(;) WORD(b) COPY_DATA(\\.) WORD(c)");
    reads(
        "\\copy a from stdin csv\n1;\n\\.",
        "META_COMMAND(\\copy a from stdin csv) COPY_DATA(1;\n\\.)");
    reads(
        "copy a from stdin;\n1\n",
        "WORD(copy) WORD(a) WORD(from) WORD(stdin) SEMICOLON(;) COPY_DATA(1\n)");
    reads("copy a from stdin;", "WORD(copy) WORD(a) WORD(from) WORD(stdin) SEMICOLON(;)");
  }

  @Test
  void gives_the_data_of_two_copies_on_one_line_in_their_order() {
    reads(
        "copy a from stdin; copy b from stdin;\n1\n\\.\n2\n\\.\nc",
        "WORD(copy) WORD(a) WORD(from) WORD(stdin) SEMICOLON(;)"
            + " WORD(copy) WORD(b) WORD(from) WORD(stdin) SEMICOLON(;)"
            + " COPY_DATA(1\n\\.) COPY_DATA(2\n\\.) WORD(c)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy a to stdout;\nb",
        "copy (select 1 from stdin) to stdout;\nb",
        "select a from stdin;\nb",
        "copy a from 'stdin';\nb",
        "copy a from \"stdin\";\nb",
        "\\copy a from 'stdin'\nb"
      })
  void takes_no_data_for_what_only_looks_like_copy_from_stdin(String sql) {
    Tokens tokens = Lexer.lex(sql);

    assertThat(tokens.isWord(tokens.size() - 1, "b")).isTrue();
  }

  private static void reads(String sql, String tokens) {
    assertThat(Lexer.lex(sql)).as(sql).hasToString(tokens);
  }
}
