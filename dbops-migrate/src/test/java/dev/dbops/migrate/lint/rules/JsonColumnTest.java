package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class JsonColumnTest {
  private final Rule rule = new JsonColumn();

  @Test
  void is_off_unless_switched_on() {
    assertThat(rule.info().enabled()).isFalse();
  }

  @Test
  void names_the_column_and_declares_it_otherwise() {
    String migration =
        "-- when\nCREATE TABLE shop.\"Dinge\" (\"Maß\" json NOT NULL, other text);\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "The column \"Maß\" is json, which has no equality and no index; jsonb has both");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly("CREATE TABLE shop.\"Dinge\" (\"Maß\" jsonb NOT NULL, other text)");
  }

  @Test
  void finds_columns_that_are_added_and_keeps_silent_about_jsonb() {
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nALTER TABLE t ADD a int, ADD b json, ADD c jsonb;\n"))
        .hasSize(1);
  }

  @Test
  void keeps_arrays_arrays() {
    assertThat(ExampleLint.fix(rule, "-- when\nCREATE TABLE t (a json[]);\n"))
        .containsExactly("CREATE TABLE t (a jsonb[])");
  }
}
