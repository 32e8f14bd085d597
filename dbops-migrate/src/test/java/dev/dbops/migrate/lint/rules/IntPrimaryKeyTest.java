package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class IntPrimaryKeyTest {
  private final Rule rule = new IntPrimaryKey();

  @Test
  void is_off_unless_switched_on() {
    assertThat(rule.info().enabled()).isFalse();
  }

  @Test
  void names_the_column_and_declares_it_otherwise() {
    String migration =
        "-- when\nCREATE TABLE shop.\"Dinge\" (\"Maß\" int PRIMARY KEY, other text);\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly("The key \"Maß\" runs out of numbers; bigint does not");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly("CREATE TABLE shop.\"Dinge\" (\"Maß\" bigint PRIMARY KEY, other text)");
  }

  @Test
  void finds_keys_that_are_declared_for_the_table() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- when
                CREATE TABLE a (id serial, PRIMARY KEY (id));
                CREATE TABLE b (x int, y int, PRIMARY KEY (x, y));
                CREATE TABLE c (id bigint PRIMARY KEY, n int UNIQUE);
                """))
        .containsExactly("The key id runs out of numbers; bigint does not");
  }
}
