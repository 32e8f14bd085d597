package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.sql.RawStatement.Comment;
import dev.dbops.migrate.sql.RawStatement.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitterTest {
  @Test
  void leaves_out_the_semicolon_and_what_surrounds_a_statement() {
    List<RawStatement> statements = split("\uFEFF -- a\n select 1 /* b */ ; ;\nselect 2");

    assertThat(statements).extracting(RawStatement::text).containsExactly("select 1", "select 2");
    assertThat(statements).extracting(RawStatement::kind).containsOnly(Kind.SQL);
    assertThat(statements.get(0).tokens()).hasToString("WORD(select) NUMBER(1)");
  }

  @Test
  void knows_where_a_statement_stands_in_the_file() {
    SourceFile file = SourceFile.of("a.sql", "-- head\nselect 1;\n  drop table a;");
    SqlText lastLine = SqlText.verbatim(file.span(file.offset(2, 8), file.text().length()));

    List<RawStatement> statements = Splitter.split(lastLine);

    assertThat(statements.get(1).span()).hasToString("a.sql:3:3");
    assertThat(statements.get(1).span().text()).isEqualTo("drop table a");
  }

  @Test
  void splits_at_no_semicolon_in_parentheses() {
    assertThat(texts("create rule r as on update to a do (select 1; select (2);); b"))
        .containsExactly("create rule r as on update to a do (select 1; select (2);)", "b");
    assertThat(texts("select 1); b")).containsExactly("select 1)", "b");
    assertThat(texts("select a[1; b")).containsExactly("select a[1", "b");
  }

  @Test
  void splits_at_no_semicolon_in_the_body_of_a_function() {
    String body =
        "create function f() returns int begin atomic select case when true then 1 end; end";

    assertThat(texts(body + "; b")).containsExactly(body, "b");
    assertThat(texts(body.replace("create", "create or replace") + "; b")).hasSize(2);
    assertThat(texts(body.replace("function", "procedure") + "; b")).hasSize(2);
  }

  @Test
  void takes_a_label_in_a_body_for_no_end() {
    String body =
        "create function f() begin atomic select 1 as end; select a.end; select atomic end; select 2 case; end";

    assertThat(texts(body + "; b")).containsExactly(body, "b");
    assertThat(texts("create function f() begin atomic end; b")).hasSize(2);
  }

  @Test
  void splits_at_the_semicolon_of_a_begin_that_opens_no_body() {
    assertThat(texts("begin; end; create table begin (atomic int); create view begin atomic; b"))
        .hasSize(5);
  }

  @Test
  void gives_each_comment_to_the_statement_it_belongs_to() {
    String sql =
        """
        -- before a
        /* also before a */
        select /* in a */ 1 -- still in a
        ; -- behind a

        -- before b
        ; -- behind nothing, so before b
        select 2; /* before c */ select 3; /* behind c */ -- and this
        -- behind all
        """;

    List<RawStatement> statements = split(sql);

    assertThat(statements.get(0).comments())
        .extracting(Comment::text)
        .containsExactly("before a", "also before a", "in a", "still in a", "behind a");
    assertThat(statements.get(1).comments())
        .extracting(Comment::text)
        .containsExactly("before b", "behind nothing, so before b");
    assertThat(statements.get(2).comments())
        .extracting(Comment::text)
        .containsExactly("before c", "behind c", "and this");
  }

  @Test
  void gives_the_comments_at_the_end_to_a_statement_without_a_semicolon() {
    List<RawStatement> statements = split("select 1 -- a\n/* b */");

    assertThat(statements.get(0).comments()).extracting(Comment::text).containsExactly("a", "b");
  }

  @Test
  void keeps_the_offsets_of_a_comment() {
    Comment comment = split("/* a */ b").get(0).comments().get(0);

    assertThat(comment).isEqualTo(new Comment(0, 7, "a"));
  }

  @Test
  void sets_meta_commands_and_copy_data_apart() {
    List<RawStatement> statements =
        split("\\i a.sql\ncopy b from stdin;\n1;2\n\\.\nselect 'x' \\gexec\nselect 3\\; select 4;");

    assertThat(statements)
        .extracting(RawStatement::text)
        .containsExactly(
            "\\i a.sql",
            "copy b from stdin",
            "1;2\n\\.",
            "select 'x'",
            "\\gexec",
            "select 3",
            "select 4");
    assertThat(statements)
        .extracting(RawStatement::kind)
        .containsExactly(
            Kind.META_COMMAND,
            Kind.SQL,
            Kind.COPY_DATA,
            Kind.SQL,
            Kind.META_COMMAND,
            Kind.SQL,
            Kind.SQL);
    assertThat(statements).allMatch(statement -> statement.defect().isEmpty());
  }

  @Test
  void says_which_parenthesis_swallows_the_rest() {
    List<RawStatement> statements = split("a; create table b (c numeric(1, 2); drop table d;");

    assertThat(statements).hasSize(2);
    assertThat(statements.get(1).defect())
        .hasValue(new RawStatement.Defect(18, "the parenthesis that opens here is never closed"));
  }

  @Test
  void says_which_body_swallows_the_rest() {
    List<RawStatement> statements =
        split("create function f() begin atomic select case when a then 1 end; drop table d;");

    assertThat(reason(statements.get(0))).isEqualTo("the body that BEGIN ATOMIC opens has no END");
  }

  @Test
  void says_which_quote_swallows_the_rest() {
    RawStatement last = split("a; select 'it's'; drop table b;").get(1);

    assertThat(last.defect().orElseThrow().offset()).isEqualTo(15);
    assertThat(reason(last)).isEqualTo("a quote or comment that begins here never ends");
  }

  @Test
  void says_that_copy_data_takes_in_the_rest() {
    RawStatement data = split("copy a from stdin;\n1\ndrop table b;").get(1);

    assertThat(data.kind()).isEqualTo(Kind.COPY_DATA);
    assertThat(reason(data)).isEqualTo("the data of COPY runs to the end, as no line \\. ends it");
  }

  @Test
  void says_that_a_meta_command_stands_inside_a_statement() {
    List<RawStatement> statements = split("create table a (\n\\if :b\nc int\n\\endif\n); d");

    assertThat(statements).hasSize(2);
    assertThat(reason(statements.get(0)))
        .isEqualTo("something that only psql understands stands inside it");
  }

  @Test
  void refuses_only_the_statement_that_is_nested_too_deeply() {
    String deep = "select " + "(".repeat(201) + "1" + ")".repeat(201);
    String lessDeep = "select " + "(".repeat(200) + "1" + ")".repeat(200);

    List<RawStatement> statements = split(lessDeep + ";" + deep + "; select 1");

    assertThat(statements.get(0).defect()).isEmpty();
    assertThat(reason(statements.get(1))).isEqualTo("its parentheses are nested deeper than 200");
    assertThat(statements.get(2).defect()).isEmpty();
  }

  @Test
  void puts_a_word_of_the_same_length_in_the_place_of_a_placeholder() {
    assertThat(parseable("drop table ${s}.t_${a.b:c-d}_x /* ${e} */, b"))
        .isEqualTo("drop table __s_.t___a_b_c_d__x /* ${e} */, b");
    assertThat(parseable("select '${a}', :b, :'c', :\"d\", :{?e}"))
        .isEqualTo("select '${a}', _b,  'c',  \"d\", ___e_");
    assertThat(parseable("-- ${a}\n  drop  table b ; ")).isEqualTo("drop  table b");
    assertThat(split("drop table ${s}").get(0).hasPlaceholders()).isTrue();
    assertThat(split("drop table \"${s}\"").get(0).hasPlaceholders()).isFalse();
  }

  private static List<RawStatement> split(String sql) {
    return Scripts.split(sql);
  }

  private static List<String> texts(String sql) {
    return split(sql).stream().map(RawStatement::text).toList();
  }

  private static String parseable(String sql) {
    return split(sql).get(0).parseableText();
  }

  private static String reason(RawStatement statement) {
    return statement.defect().orElseThrow().reason();
  }
}
