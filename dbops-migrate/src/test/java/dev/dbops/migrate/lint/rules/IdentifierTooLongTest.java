package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class IdentifierTooLongTest {
  private final Rule rule = new IdentifierTooLong();

  private static final String LONG =
      "a_name_that_says_all_there_is_to_say_about_the_thing_that_it_is_a_name_of";

  @Test
  void says_what_is_left_of_the_name() {
    assertThat(ExampleLint.messages(rule, "-- when\nCREATE TABLE " + LONG + " (id bigint);\n"))
        .containsExactly("The name " + LONG + " is cut to " + LONG.substring(0, 63));
  }

  @Test
  void counts_bytes_and_not_letters() {
    String umlauts = "ä".repeat(32);

    assertThat(
            ExampleLint.messages(rule, "-- when\nCREATE TABLE \"" + umlauts + "\" (id bigint);\n"))
        .containsExactly("The name \"" + umlauts + "\" is cut to \"" + "ä".repeat(31) + "\"");
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nCREATE TABLE \"" + "ä".repeat(31) + "\" (id bigint);\n"))
        .isEmpty();
  }

  @Test
  void points_to_the_name() {
    String migration = "-- when\nALTER TABLE orders\n  ADD a text,\n  ADD " + LONG + " text;\n";

    assertThat(ExampleLint.findings(rule, migration))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.span().from().line()).isEqualTo(4);
              assertThat(each.span().from().column()).isEqualTo(7);
            });
  }

  @Test
  void tells_it_once() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- when
                CREATE TABLE %1$s (id bigint, UNIQUE (id));
                ALTER TABLE %1$s ADD COLUMN a text;
                SELECT * FROM %1$s;
                """
                    .formatted(LONG)))
        .hasSize(1);
  }

  @Test
  void keeps_silent_about_strings_and_comments() {
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nCOMMENT ON TABLE orders IS '%1$s'; /* %1$s */\n".formatted(LONG)))
        .isEmpty();
  }
}
