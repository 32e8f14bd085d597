package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class CharColumnTest {
  private final Rule rule = new CharColumn();

  @Test
  void is_off_unless_switched_on() {
    assertThat(rule.info().enabled()).isFalse();
  }

  @Test
  void names_the_column_and_declares_it_otherwise() {
    String migration = "-- when\nCREATE TABLE shop.\"Dinge\" (\"Maß\" char(5), other text);\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly("The column \"Maß\" is padded with blanks; text is not");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly("CREATE TABLE shop.\"Dinge\" (\"Maß\" text, other text)");
  }

  @Test
  void knows_the_names_of_the_type() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- when
                CREATE TABLE t (a character, b CHAR (3), c bpchar(3), d nchar(3),
                  e varchar(3), f text, g "char", h bpchar);
                """))
        .hasSize(4);
  }
}
