package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class TimestampWithoutTimeZoneTest {
  private final Rule rule = new TimestampWithoutTimeZone();

  @Test
  void is_off_unless_switched_on() {
    assertThat(rule.info().enabled()).isFalse();
  }

  @Test
  void names_the_column_and_declares_it_otherwise() {
    String migration = "-- when\nCREATE TABLE shop.\"Dinge\" (\"Maß\" timestamp(3), other text);\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly("The column \"Maß\" does not say which moment it means; timestamptz does");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly("CREATE TABLE shop.\"Dinge\" (\"Maß\" timestamptz, other text)");
  }

  @Test
  void knows_the_names_of_the_type() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- when
                CREATE TABLE t (a timestamp without time zone, b timestamp, c timestamptz,
                  d timestamp(0) with time zone, e time, f date);
                """))
        .hasSize(2);
  }
}
