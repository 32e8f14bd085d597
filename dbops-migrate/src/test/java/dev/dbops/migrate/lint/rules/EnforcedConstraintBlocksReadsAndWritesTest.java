package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class EnforcedConstraintBlocksReadsAndWritesTest {
  private static final String SHOP =
      """
      -- given
      CREATE TABLE shop."Kunde" (id bigint PRIMARY KEY);
      CREATE TABLE shop."Bestellung" (
        "Kunde" bigint CONSTRAINT "hat Kunden" REFERENCES shop."Kunde" NOT ENFORCED,
        payer bigint CONSTRAINT has_payer REFERENCES shop."Kunde" (id));
      -- when
      """;

  private final Rule rule = new EnforcedConstraintBlocksReadsAndWrites();

  @Test
  void adds_the_constraint_a_second_time() {
    String migration =
        SHOP + "ALTER TABLE shop.\"Bestellung\" ALTER CONSTRAINT \"hat Kunden\" ENFORCED;\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Enforcing \"hat Kunden\" blocks reads and writes of shop.\"Bestellung\" while every row"
                + " is checked");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "ALTER TABLE shop.\"Bestellung\" ADD CONSTRAINT \"hat Kunden_new\" FOREIGN KEY (\"Kunde\")"
                + " REFERENCES shop.\"Kunde\" (id) NOT VALID",
            "ALTER TABLE shop.\"Bestellung\" VALIDATE CONSTRAINT \"hat Kunden_new\"",
            """
            ALTER TABLE shop."Bestellung" DROP CONSTRAINT "hat Kunden";
            ALTER TABLE shop."Bestellung" RENAME CONSTRAINT "hat Kunden_new" TO "hat Kunden"\
            """);
  }

  @Test
  void finds_it_in_a_table_that_it_does_not_know() {
    String migration = "-- when\nALTER TABLE orders ALTER CONSTRAINT has_customer ENFORCED;\n";

    assertThat(ExampleLint.messages(rule, migration)).hasSize(1);
    assertThat(ExampleLint.fix(rule, migration)).isEmpty();
  }

  @Test
  void points_to_the_third_of_five_sub_commands_also_inside_do() {
    String migration =
        SHOP
            + """
            DO $$
            BEGIN
              ALTER TABLE shop."Bestellung" ADD a text, ADD b text,
                ALTER CONSTRAINT "hat Kunden" ENFORCED,
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
                SHOP
                    + """
                    ALTER TABLE shop."Bestellung" ALTER CONSTRAINT "hat Kunden" NOT ENFORCED;
                    ALTER TABLE shop."Bestellung" ALTER CONSTRAINT "hat Kunden" DEFERRABLE;
                    ALTER TABLE shop."Bestellung" ALTER CONSTRAINT has_payer ENFORCED;
                    CREATE TABLE letters (
                      payer bigint CONSTRAINT has_payer REFERENCES shop."Kunde" NOT ENFORCED);
                    ALTER TABLE letters ALTER CONSTRAINT has_payer ENFORCED;
                    """))
        .isEmpty();
  }

  @Test
  void remembers_what_was_enforced_before() {
    assertThat(
            ExampleLint.messages(
                rule,
                SHOP
                    + """
                    ALTER TABLE shop."Bestellung" ALTER CONSTRAINT has_payer NOT ENFORCED;
                    ALTER TABLE shop."Bestellung" ALTER CONSTRAINT has_payer ENFORCED;
                    ALTER TABLE shop."Bestellung" ALTER CONSTRAINT has_payer ENFORCED;
                    """))
        .hasSize(1);
  }
}
