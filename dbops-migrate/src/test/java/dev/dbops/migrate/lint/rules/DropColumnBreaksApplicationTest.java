package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class DropColumnBreaksApplicationTest {
  private final Rule rule = new DropColumnBreaksApplication();

  @Test
  void says_what_goes_with_the_column() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE shop.customers (id bigint, "Fax" text UNIQUE, mail text);
                CREATE INDEX by_fax ON shop.customers (lower("Fax"));
                -- when
                ALTER TABLE shop.customers DROP mail, DROP COLUMN IF EXISTS "Fax" CASCADE;
                """))
        .containsExactly(
            "Dropping mail of shop.customers breaks running versions of the application that still"
                + " name it",
            "Dropping \"Fax\" of shop.customers breaks running versions of the application that"
                + " still name it, and drops the indexes customers_Fax_key and by_fax");
  }

  @Test
  void warns_of_tables_that_it_does_not_know() {
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nDO $$ BEGIN ALTER TABLE t DROP IF EXISTS c; END $$;\n"))
        .hasSize(1);
  }

  @Test
  void keeps_silent_about_what_nobody_uses_yet() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE customers (id bigint);
                -- when
                ALTER TABLE customers ADD COLUMN fax text;
                ALTER TABLE customers DROP COLUMN fax;
                ALTER TABLE customers DROP COLUMN IF EXISTS telex;
                CREATE TEMPORARY TABLE scratch (a int, b int);
                ALTER TABLE scratch DROP COLUMN a;
                """))
        .isEmpty();
  }

  @Test
  void warns_of_a_column_whose_addition_was_rolled_back() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- transaction: none
                -- given
                CREATE TABLE customers (id bigint, fax text);
                -- when
                BEGIN;
                ALTER TABLE customers DROP COLUMN fax;
                ROLLBACK;
                ALTER TABLE customers DROP COLUMN fax;
                """))
        .hasSize(2);
  }
}
