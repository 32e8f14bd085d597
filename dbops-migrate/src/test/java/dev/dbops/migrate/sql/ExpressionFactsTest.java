package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.util.TablesNamesFinder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionFactsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "md5('a') ~ md5 ~",
        "f(g(1), h(a)) ~ f g h ~ a",
        "app.f(1) ~ app.f ~",
        "\"App\".\"F\"(1) ~ App.F ~",
        "db.app.f(1) ~ app.f ~",
        "Lower ( a ) ~ lower ~ a",
        "now /* why */ () ~ now ~",
        "CURRENT_DATE ~ current_date ~",
        "CURRENT_TIMESTAMP(3) ~ current_timestamp ~",
        "a.current_date ~  ~ current_date",
        "now() AT TIME ZONE 'utc' ~ now timezone ~",
        "a AT TIME ZONE zone ~ timezone ~ a zone",
        "a AT LOCAL ~ timezone ~ a",
        "a[f(1)] ~ f ~ a",
        "f(VARIADIC ARRAY[g(1)]) ~ f g ~",
        "substring(a FROM f(2) FOR 3) ~ substring f ~ a",
        "overlay(a placing f(1) from 1) ~ overlay f ~ a",
        "position('a' in f(b)) ~ position f ~ b",
        "trim(both ' ' from f(x)) ~ trim f ~ x",
        "EXTRACT(epoch FROM at) ~ extract ~ at",
        "EXTRACT(year FROM now())::int ~ extract now ~",
        "f(a => g(1), b := h(2)) ~ f g h ~",
        "a IN (1, f(2)) ~ f ~ a",
        "a = ANY (ARRAY[f(1)]) ~ f ~ a",
        "a BETWEEN f(1) AND g(2) ~ f g ~ a",
        "a LIKE f(1) ESCAPE '!' ~ f ~ a",
        "a IS NOT DISTINCT FROM f(1) ~ f ~ a",
        "a IS JSON ~  ~ a",
        "a COLLATE \"de_DE\" ~  ~ a",
        "CASE a WHEN 1 THEN f(b) ELSE c END ~ f ~ a b c",
        "count(*) FILTER (WHERE a > 1) OVER (PARTITION BY b ORDER BY c) ~ count ~ a b c",
        "x::numeric(10,2) ~  ~ x",
        "f(1)::app.money(3) ~ f ~",
        "f(1)::character varying(10)[] ~ f ~",
        "x::timestamp(3) with time zone ~  ~ x",
        "CAST(f(1) AS numeric(10, 2)) ~ f ~",
        "CAST(x AS double precision) + y ~  ~ x y",
        "interval '1 day' * f(1) ~ f ~",
        "interval '1' day + a ~  ~ a",
        "interval(3) '1' ~  ~",
        "date '2020-01-01' ~  ~",
        "timestamp with time zone '2020-01-01' ~  ~",
        "timestamp > date ~  ~ timestamp date",
        "(a).b ~  ~ a",
        "(f(1)).x ~ f ~",
        "t.* ~  ~",
        "ROW(1, f(2)) ~ f ~",
        "ARRAY(SELECT f(x) FROM t) ~ f ~ x t",
        "EXISTS (SELECT 1 FROM t WHERE f(1)) ~ f ~ t",
        "a @> f(1) ~ f ~ a",
        "a OPERATOR(pg_catalog.+) f(1) ~ f ~ a",
        "COALESCE(a, f(1)) ~ coalesce f ~ a",
        "\"left\"('abc', 1) || left('abc', 1) ~ left left ~",
        "grüße(größe) ~ grüße ~ größe",
        "'f(1)' || $$g(2)$$ || E'h(\\'3)' ~  ~",
        "U&'\\0061' || U&\"\\0061\"(1) ~ a ~",
        "first + name + value ~  ~ first name value",
        "json_object('a': f(1)) ~ json_object f ~",
        "uuid_generate_v4() ~ uuid_generate_v4 ~",
      })
  void tells_calls_from_columns(String expression, String calls, String columns) {
    ExpressionFacts facts = of(expression);

    assertThat(facts.calls())
        .extracting(ExpressionFactsTest::nameOf)
        .containsExactlyElementsOf(words(calls));
    assertThat(facts.columns()).containsExactlyElementsOf(words(columns));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-5",
        "(- (5))",
        "'x'",
        "'x'::text",
        "CAST('1' AS int)",
        "ARRAY[1, 2]::int[]",
        "'{}'::jsonb",
        "NULL",
        "NULL::app.money",
        "true",
        "1 + 2 > 3 AND NOT false",
        "interval '1' day",
        "timestamp with time zone '2020-01-01'",
        "B'101'",
        "ROW(1, 'a')",
      })
  void is_constant(String expression) {
    assertThat(of(expression).constant()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "f()", "CURRENT_DATE", "$1", ":name", "(SELECT 1)", "1 + a"})
  void is_not_constant(String expression) {
    assertThat(of(expression).constant()).isFalse();
  }

  @Test
  void sees_a_sub_query() {
    assertThat(of("a IN (SELECT 1)").subquery()).isTrue();
    assertThat(of("a IN (1)").subquery()).isFalse();
  }

  @Test
  void points_to_the_name_of_a_call() {
    String text = "1 + app.\"F\" (2)";

    assertThat(of(text).calls())
        .extracting(call -> call.span().of(text))
        .containsExactly("app.\"F\"");
  }

  /** Another parser's opinion: it may find fewer calls, never others. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(g(1), a.h(b))",
        "CASE WHEN f(1) THEN g(2) ELSE h(3) END",
        "to_char(now(), 'YYYY')::int",
        "replace(uuid_generate_v4()::text, '-', '')",
        "max(x) FILTER (WHERE f(1))",
        "row_number() OVER (ORDER BY f(1))",
        "(a->>'b') = lower(c)",
        "nullif(f(1), 2) IS DISTINCT FROM g(2)",
        "floor(random() * (10))::int",
        "(now() AT TIME ZONE 'utc') - make_interval(days => 1)",
      })
  void finds_every_call_that_jsqlparser_finds(String expression) throws ParseException {
    Set<String> found = new LinkedHashSet<>();
    TablesNamesFinder<Void> visitor =
        new TablesNamesFinder<>() {
          @Override
          public <S> Void visit(net.sf.jsqlparser.expression.Function function, S context) {
            found.add(SqlIdentifier.fold(function.getName()));
            return super.visit(function, context);
          }
        };

    visitor.getTables(new CCJSqlParser("SELECT " + expression).Statement());

    assertThat(found).isNotEmpty();
    assertThat(of(expression).calls()).extracting(ExpressionFactsTest::nameOf).containsAll(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(",
        "f(",
        ")(",
        ".",
        "a.",
        "::",
        "AS",
        "AT",
        "IS",
        "extract(",
        "'",
        "\"",
        "a =>"
      })
  void reads_what_is_no_expression(String text) {
    assertThat(of(text).subquery()).isFalse();
  }

  @Test
  void reads_what_is_nested_too_deeply_for_a_parser() {
    assertThat(of("f(".repeat(100_000)).calls()).hasSize(100_000);
  }

  private static ExpressionFacts of(String text) {
    return ExpressionFacts.of(new Expression(text, new Span(0, text.length())));
  }

  private static String nameOf(FunctionCall call) {
    return call.schema().map(schema -> schema + ".").orElse("") + call.name();
  }

  private static List<String> words(@Nullable String text) {
    return text == null ? List.of() : List.of(text.split(" "));
  }
}
