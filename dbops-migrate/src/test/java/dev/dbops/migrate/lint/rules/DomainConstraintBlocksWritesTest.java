package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class DomainConstraintBlocksWritesTest {
  private static final String SHOP =
      """
      -- transaction: none
      -- given
      CREATE DOMAIN shop."Menge" AS integer;
      CREATE DOMAIN shop.few AS shop."Menge" CHECK (VALUE < 10) ;
      ALTER DOMAIN shop."Menge" ADD CONSTRAINT late CHECK (VALUE > 0) NOT VALID;
      CREATE TABLE shop."Bestellung" (id bigint, "Stück" shop."Menge");
      CREATE TABLE public.stock (held shop.few);
      -- when
      """;

  private final Rule rule = new DomainConstraintBlocksWrites();

  @Test
  void demands_it_of_each_table_that_uses_the_domain() {
    String migration =
        SHOP
            + "ALTER DOMAIN shop.\"Menge\" ADD CONSTRAINT sane CHECK (VALUE < 1000 AND value <> 13);\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Checking the values of the domain shop.\"Menge\" blocks writes to the tables Bestellung"
                + " and stock while all rows are read");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "ALTER TABLE shop.\"Bestellung\" ADD CONSTRAINT \"Bestellung_Stück_check\" CHECK"
                + " (\"Stück\" < 1000 AND \"Stück\" <> 13) NOT VALID",
            "ALTER TABLE shop.\"Bestellung\" VALIDATE CONSTRAINT \"Bestellung_Stück_check\"",
            "ALTER TABLE public.stock ADD CONSTRAINT stock_held_check CHECK (held < 1000 AND held <>"
                + " 13) NOT VALID",
            "ALTER TABLE public.stock VALIDATE CONSTRAINT stock_held_check");
  }

  @Test
  void knows_that_validation_and_not_null_do_the_same() {
    assertThat(
            ExampleLint.fix(rule, SHOP + "ALTER DOMAIN shop.\"Menge\" VALIDATE CONSTRAINT late;\n")
                .get(0))
        .endsWith("CHECK (\"Stück\" > 0) NOT VALID");
    assertThat(ExampleLint.fix(rule, SHOP + "ALTER DOMAIN shop.\"Menge\" SET NOT NULL;\n").get(0))
        .endsWith("CHECK (\"Stück\" IS NOT NULL) NOT VALID");
  }

  @Test
  void has_no_form_for_tables_that_it_does_not_know() {
    String migration = "-- when\nALTER DOMAIN quantity SET NOT NULL;\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Checking the values of the domain quantity blocks writes to every table that uses it"
                + " while all rows are read");
    assertThat(ExampleLint.fix(rule, migration)).isEmpty();
  }

  @Test
  void keeps_silent_where_no_row_is_read_or_nobody_waits() {
    assertThat(
            ExampleLint.messages(
                rule,
                SHOP
                    + """
                    ALTER DOMAIN shop."Menge" ADD CHECK (VALUE < 1000) NOT VALID;
                    ALTER DOMAIN shop."Menge" DROP CONSTRAINT late;
                    ALTER DOMAIN shop."Menge" SET DEFAULT 1;
                    CREATE DOMAIN fresh AS integer;
                    CREATE TABLE letters (number fresh);
                    ALTER DOMAIN fresh SET NOT NULL;
                    ALTER DOMAIN fresh SET NOT NULL;
                    """))
        .isEmpty();
  }

  @Test
  void looks_into_do_blocks() {
    assertThat(
            ExampleLint.messages(
                rule, SHOP + "DO $$ BEGIN ALTER DOMAIN shop.\"Menge\" SET NOT NULL; END $$;\n"))
        .hasSize(1);
  }
}
