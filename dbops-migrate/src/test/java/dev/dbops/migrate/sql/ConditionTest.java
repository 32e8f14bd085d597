package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.sql.Condition.Comparison;
import dev.dbops.migrate.sql.Condition.Membership;
import dev.dbops.migrate.sql.Condition.NullTest;
import dev.dbops.migrate.sql.Condition.Opaque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "TRUE",
        "(true)",
        "1=1",
        "1 = 1.0",
        "'a' = 'a'",
        "1 <> 2",
        "1 != 2",
        "NOT false",
        "NOT (1 = 2)",
        "true AND 1 = 1",
        "id > 5 OR true",
        "/* all */ true",
      })
  void is_always_true(String condition) {
    assertThat(of(condition).constant()).contains(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "1 = 2", "1 <> 1", "id = 5 AND false", "NOT true", "'a' = 'b'"})
  void is_always_false(String condition) {
    assertThat(of(condition).constant()).contains(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id = 1",
        "id = id",
        "id IS NOT NULL",
        "NULL",
        "1 = '1'::int",
        "'a' = 'a' COLLATE \"C\"",
        "EXISTS (SELECT 1 WHERE true)",
        "true = flag",
        "id = 5 AND true",
        "",
      })
  void depends_on_the_row_or_cannot_be_told(String condition) {
    assertThat(of(condition).constant()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id = 5 | id | = | 5",
        "id >= -5 | id | >= | -5",
        "t.id < $1 | id | < | $1",
        "5 < id | id | > | 5",
        "5 >= id | id | <= | 5",
        "(id) = (5) | id | = | (5)",
        "\"Id\" > 'a' | Id | > | 'a'",
        "at >= date '2020-01-01' | at | >= | date '2020-01-01'",
        "at >= '2020-01-01'::timestamptz | at | >= | '2020-01-01'::timestamptz",
        "id = ${id} | id | = | ${id}",
      })
  void compares_a_column_with_a_value(
      String condition, String column, String operator, String value) {
    assertThat(of(condition)).isEqualTo(new Comparison(column, operator, value));
  }

  @Test
  void takes_between_for_two_comparisons() {
    assertThat(of("id BETWEEN 1 AND 1000").conjuncts())
        .containsExactly(new Comparison("id", ">=", "1"), new Comparison("id", "<=", "1000"));
  }

  @Test
  void tells_the_and_of_between_from_the_and_of_conditions() {
    assertThat(of("a BETWEEN 1 AND 2 AND b BETWEEN 3 AND 4 AND c = 5").conjuncts())
        .containsExactly(
            new Comparison("a", ">=", "1"),
            new Comparison("a", "<=", "2"),
            new Comparison("b", ">=", "3"),
            new Comparison("b", "<=", "4"),
            new Comparison("c", "=", "5"));
  }

  @Test
  void knows_a_list_of_values() {
    assertThat(of("id IN (1, 2, 3)")).isEqualTo(new Membership("id", 3));
    assertThat(of("id IN (SELECT id FROM t)")).isInstanceOf(Opaque.class);
    assertThat(of("id IN (1, f(2))")).isInstanceOf(Opaque.class);
  }

  @Test
  void splits_at_what_binds_least() {
    assertThat(of("a = 1 OR b = 2 AND NOT c IS NULL"))
        .isEqualTo(
            new Condition.Or(
                List.of(
                    new Comparison("a", "=", "1"),
                    new Condition.And(
                        List.of(new Comparison("b", "=", "2"), new NullTest("c", false))))));
  }

  @Test
  void does_not_look_into_cases_and_queries() {
    assertThat(of("CASE WHEN a = 1 AND b = 2 THEN true ELSE false END")).isInstanceOf(Opaque.class);
    assertThat(of("(SELECT true FROM t WHERE a IS NOT NULL AND b = 1)")).isInstanceOf(Opaque.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "a AND",
        "OR",
        "NOT",
        "AND AND",
        "a = ",
        "= 5",
        "BETWEEN",
        "IN ()",
        "a IN (",
        "'",
        "\"",
        "U&\"",
        "CASE",
        "END",
        "a IS NOT",
        "NULL",
        "IS NULL",
        ".",
        "a.",
        "((a)",
        "[1"
      })
  void reads_what_is_no_condition(String text) {
    assertThat(of(text).notNullColumns()).isEmpty();
  }

  @Test
  void gives_up_on_what_is_nested_too_deeply() {
    String deep = "(".repeat(10_000) + "a IS NOT NULL" + ")".repeat(10_000);

    assertThat(of(deep)).isInstanceOf(Opaque.class);
    assertThat(of("NOT ".repeat(100_000) + "a IS NULL").notNullColumns()).isEmpty();
    assertThat(of("a = 1" + " OR a = 1".repeat(50_000))).isInstanceOf(Condition.Or.class);
  }

  private static Condition of(String text) {
    return Condition.of(new Expression(text, new Span(0, text.length())));
  }
}
