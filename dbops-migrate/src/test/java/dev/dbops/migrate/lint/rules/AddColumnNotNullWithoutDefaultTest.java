package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class AddColumnNotNullWithoutDefaultTest {
  private final Rule rule = new AddColumnNotNullWithoutDefault();

  @Test
  void says_that_it_fails_and_how_to_go_about_it() {
    String migration =
        "-- when\n"
            + "ALTER TABLE shop.orders ADD COLUMN \"Größe\" text COLLATE \"C\" NOT NULL CHECK"
            + " (\"Größe\" <> '');\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "The new column \"Größe\" is NOT NULL and has no default: the statement fails if"
                + " shop.orders has rows");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "ALTER TABLE shop.orders ADD COLUMN \"Größe\" text COLLATE \"C\"",
            """
            UPDATE shop.orders SET "Größe" = …
            WHERE ctid BETWEEN '(0,0)' AND '(999,65535)' AND "Größe" IS NULL\
            """,
            "ALTER TABLE shop.orders ADD CONSTRAINT \"orders_Größe_not_null\" NOT NULL \"Größe\""
                + " NOT VALID",
            "ALTER TABLE shop.orders VALIDATE CONSTRAINT \"orders_Größe_not_null\"",
            "ALTER TABLE shop.orders ADD CONSTRAINT \"orders_Größe_check\" CHECK (\"Größe\" <> '')"
                + " NOT VALID",
            "ALTER TABLE shop.orders VALIDATE CONSTRAINT \"orders_Größe_check\"");
  }

  @Test
  void knows_all_that_gives_rows_a_value() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE DOMAIN state AS text DEFAULT 'open';
                CREATE DOMAIN order_state AS state;
                CREATE TABLE orders (id bigint PRIMARY KEY);
                -- when
                ALTER TABLE orders
                  ADD a text NOT NULL DEFAULT '',
                  ADD b order_state NOT NULL,
                  ADD c serial NOT NULL,
                  ADD d int GENERATED ALWAYS AS IDENTITY NOT NULL,
                  ADD e int GENERATED ALWAYS AS (1) STORED NOT NULL,
                  ADD f text NULL;
                """))
        .isEmpty();
  }

  @Test
  void keeps_silent_about_new_tables_and_existing_columns() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (id bigint PRIMARY KEY, a text);
                -- when
                ALTER TABLE orders ADD COLUMN IF NOT EXISTS a text NOT NULL;
                CREATE TABLE letters (id bigint);
                ALTER TABLE letters ADD a text NOT NULL;
                """))
        .isEmpty();
  }

  @Test
  void finds_it_inside_do() {
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nDO $$ BEGIN ALTER TABLE t ADD a int NOT NULL; END $$;\n"))
        .hasSize(1);
  }
}
