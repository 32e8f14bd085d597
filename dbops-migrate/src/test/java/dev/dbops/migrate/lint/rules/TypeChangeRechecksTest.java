package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class TypeChangeRechecksTest {
  private static final String SHOP =
      """
      -- given
      CREATE TABLE shop."Bestellung" (
        id bigint PRIMARY KEY,
        "Straße" varchar(20) CONSTRAINT "Länge" CHECK (length("Straße") > 2),
        CONSTRAINT b CHECK ("Straße" <> '' OR id > 0));
      -- when
      """;

  private final Rule rule = new TypeChangeRechecks();

  @Test
  void makes_the_checks_anew_without_reading_rows() {
    String migration = SHOP + "ALTER TABLE shop.\"Bestellung\" ALTER \"Straße\" TYPE text;\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Changing \"Straße\" to text blocks reads and writes of shop.\"Bestellung\" while every"
                + " row is read for the constraints Länge and b");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            """
            ALTER TABLE shop."Bestellung" DROP CONSTRAINT "Länge",
              DROP CONSTRAINT b,
              ALTER "Straße" TYPE text,
              ADD CONSTRAINT "Länge" CHECK (length("Straße") > 2) NOT VALID,
              ADD CONSTRAINT b CHECK ("Straße" <> '' OR id > 0) NOT VALID\
            """,
            "ALTER TABLE shop.\"Bestellung\" VALIDATE CONSTRAINT \"Länge\"",
            "ALTER TABLE shop.\"Bestellung\" VALIDATE CONSTRAINT b");
  }

  @Test
  void has_no_form_where_the_check_is_not_known_as_it_is_now() {
    String renamed =
        """
        -- given
        CREATE TABLE orders (state varchar(20) CHECK (state <> ''));
        ALTER TABLE orders RENAME state TO status;
        -- when
        ALTER TABLE orders ALTER status TYPE text;
        """;
    String inherited =
        """
        -- given
        CREATE TABLE orders (state varchar(20) CHECK (state <> ''));
        CREATE TABLE old_orders () INHERITS (orders);
        -- when
        ALTER TABLE orders ALTER state TYPE text;
        """;

    assertThat(ExampleLint.findings(rule, renamed).get(0).fix()).isEmpty();
    assertThat(ExampleLint.findings(rule, inherited).get(0).fix()).isEmpty();
  }

  @Test
  void points_to_the_third_of_five_sub_commands_also_inside_do() {
    String migration =
        SHOP
            + """
            DO $$
            BEGIN
              ALTER TABLE shop."Bestellung" ADD a text, ADD b text,
                ALTER "Straße" TYPE text,
                ADD c text, ADD d text;
            END
            $$;
            """;

    assertThat(ExampleLint.findings(rule, migration))
        .singleElement()
        .satisfies(each -> assertThat(each.span().from().line()).isEqualTo(10));
  }

  @Test
  void keeps_silent_where_no_row_is_read_or_nobody_waits() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (
                  state varchar(20) CONSTRAINT filled CHECK (state <> ''),
                  note varchar(20),
                  number integer CHECK (number > 0));
                ALTER TABLE orders ADD CHECK (note <> '') NOT VALID;
                -- when
                ALTER TABLE orders ALTER note TYPE text;
                ALTER TABLE orders ALTER number TYPE bigint;
                ALTER TABLE orders ALTER state TYPE text, DROP CONSTRAINT filled;
                ALTER TABLE unknown ALTER state TYPE text;
                CREATE TABLE letters (state varchar(20) CHECK (state <> ''));
                ALTER TABLE letters ALTER state TYPE text;
                CREATE TEMPORARY TABLE scratch (state varchar(20) CHECK (state <> ''));
                ALTER TABLE scratch ALTER state TYPE text;
                """))
        .isEmpty();
  }

  @Test
  void finds_it_in_a_table_whose_creation_was_rolled_back() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- transaction: none
                -- given
                CREATE TABLE orders (state varchar(20) CHECK (state <> ''));
                -- when
                BEGIN;
                DROP TABLE orders;
                CREATE TABLE orders (state varchar(20) CHECK (state <> ''));
                ROLLBACK;
                ALTER TABLE orders ALTER state TYPE text;
                """))
        .hasSize(1);
  }
}
