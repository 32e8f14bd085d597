package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.Example;
import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class SetNotNullScansTableTest {
  private final Rule rule = new SetNotNullScansTable();

  @Test
  void names_the_column_and_gives_the_form_of_the_newest_version() {
    String migration =
        "-- when\nALTER TABLE shop.\"Bestellung\" ALTER COLUMN \"Straße\" SET NOT NULL;\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Demanding NOT NULL of \"Straße\" blocks reads and writes of shop.\"Bestellung\" while"
                + " every row is read");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "ALTER TABLE shop.\"Bestellung\" ADD CONSTRAINT \"Bestellung_Straße_not_null\" NOT NULL"
                + " \"Straße\" NOT VALID",
            "ALTER TABLE shop.\"Bestellung\" VALIDATE CONSTRAINT \"Bestellung_Straße_not_null\"");
  }

  @Test
  void names_a_constraint_that_has_no_name() {
    assertThat(ExampleLint.fix(rule, "-- when\nALTER TABLE orders ADD NOT NULL note;\n"))
        .containsExactly(
            "ALTER TABLE orders ADD CONSTRAINT orders_note_not_null NOT NULL note NOT VALID",
            "ALTER TABLE orders VALIDATE CONSTRAINT orders_note_not_null");
  }

  @Test
  void goes_by_a_check_before_18() {
    assertThat(
            ExampleLint.fix(
                rule, "-- versions: 12-17\n-- when\nALTER TABLE orders ALTER note SET NOT NULL;\n"))
        .containsExactly(
            "ALTER TABLE orders ADD CONSTRAINT orders_note_not_null CHECK (note IS NOT NULL) NOT"
                + " VALID",
            "ALTER TABLE orders VALIDATE CONSTRAINT orders_note_not_null",
            "ALTER TABLE orders ALTER COLUMN note SET NOT NULL",
            "ALTER TABLE orders DROP CONSTRAINT orders_note_not_null");
  }

  @Test
  void leaves_it_at_a_check_before_12() {
    assertThat(
            ExampleLint.fix(
                rule, "-- versions: 10-11\n-- when\nALTER TABLE orders ALTER note SET NOT NULL;\n"))
        .containsExactly(
            "ALTER TABLE orders ADD CONSTRAINT orders_note_not_null CHECK (note IS NOT NULL) NOT"
                + " VALID",
            "ALTER TABLE orders VALIDATE CONSTRAINT orders_note_not_null");
  }

  @Test
  void trusts_a_validated_check_of_that_column_from_12() {
    String migration =
        """
        -- versions: 10-%d
        -- given
        CREATE TABLE orders (note text CHECK (note IS NOT NULL), mail text);
        -- when
        ALTER TABLE orders ALTER note SET NOT NULL;
        """;

    assertThat(ExampleLint.messages(rule, migration.formatted(11))).hasSize(1);
    assertThat(ExampleLint.messages(rule, migration.formatted(12))).isEmpty();
    assertThat(
            ExampleLint.messages(rule, migration.formatted(18).replace("ALTER note", "ALTER mail")))
        .hasSize(1);
  }

  @Test
  void does_not_trust_a_check_that_is_not_valid() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (note text);
                ALTER TABLE orders ADD CHECK (note IS NOT NULL) NOT VALID;
                -- when
                ALTER TABLE orders ALTER note SET NOT NULL;
                """))
        .hasSize(1);
  }

  @Test
  void does_not_trust_a_check_that_the_same_statement_drops() {
    Example example = Example.of(rule.info(), "check-dropped-at-once");

    assertThat(ExampleLint.findings(rule, example))
        .containsExactlyInAnyOrderElementsOf(example.expected());
  }

  @Test
  void keeps_silent_where_the_column_is_not_null_or_the_table_is_new() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (id bigint PRIMARY KEY, note text NOT NULL);
                -- when
                ALTER TABLE orders ALTER id SET NOT NULL, ALTER note SET NOT NULL;
                CREATE TABLE letters (note text);
                ALTER TABLE letters ALTER note SET NOT NULL;
                CREATE TEMPORARY TABLE scratch (note text);
                ALTER TABLE scratch ALTER note SET NOT NULL;
                """))
        .isEmpty();
  }

  @Test
  void points_to_the_third_of_five_sub_commands_also_inside_do() {
    String migration =
        """
        -- given
        CREATE TABLE orders (a text, b text, c text);
        -- when
        DO $$
        BEGIN
          ALTER TABLE orders ADD d text, ADD e text,
            ALTER c SET NOT NULL,
            ADD f text, ADD g text;
        END
        $$;
        """;

    assertThat(ExampleLint.findings(rule, migration))
        .singleElement()
        .satisfies(each -> assertThat(each.span().from().line()).isEqualTo(7));
  }

  @Test
  void knows_the_other_words_for_it() {
    Example example = Example.of(rule.info(), "as-a-constraint");

    assertThat(ExampleLint.findings(rule, example))
        .containsExactlyInAnyOrderElementsOf(example.expected());
  }

  @Test
  void keeps_silent_about_a_constraint_that_is_not_valid() {
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nALTER TABLE orders ADD CONSTRAINT c NOT NULL note NOT VALID;\n"))
        .isEmpty();
  }
}
