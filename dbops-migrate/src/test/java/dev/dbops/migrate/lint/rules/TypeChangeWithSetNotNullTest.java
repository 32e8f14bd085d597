package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class TypeChangeWithSetNotNullTest {
  private static final String SHOP =
      """
      -- versions: 10-%d
      -- given
      CREATE TABLE "Bestellung" (
        "Straße" varchar(20) CONSTRAINT "Pflicht" CHECK ("Straße" IS NOT NULL),
        state varchar(20) CHECK (state IS NOT NULL AND state <> ''));
      -- when
      """;

  private final Rule rule = new TypeChangeWithSetNotNull();

  @Test
  void demands_not_null_while_the_check_proves_it() {
    String migration =
        SHOP.formatted(18)
            + "ALTER TABLE \"Bestellung\" ALTER \"Straße\" SET NOT NULL, ALTER \"Straße\" TYPE text;\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Changing \"Straße\" to text beside SET NOT NULL blocks reads and writes of"
                + " \"Bestellung\" while every row is read");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "ALTER TABLE \"Bestellung\" ALTER COLUMN \"Straße\" SET NOT NULL",
            "ALTER TABLE \"Bestellung\" DROP CONSTRAINT \"Pflicht\"",
            "ALTER TABLE \"Bestellung\" ALTER \"Straße\" TYPE text");
  }

  @Test
  void leaves_what_is_no_proof_to_other_rules() {
    String both = "ALTER TABLE \"Bestellung\" ALTER %1$s TYPE text, ALTER %1$s SET NOT NULL;\n";

    assertThat(ExampleLint.messages(rule, SHOP.formatted(11) + both.formatted("\"Straße\"")))
        .isEmpty();
    assertThat(ExampleLint.messages(rule, SHOP.formatted(18) + both.formatted("state"))).isEmpty();
    assertThat(
            ExampleLint.messages(
                rule,
                SHOP.formatted(18)
                    + "ALTER TABLE \"Bestellung\" ALTER \"Straße\" TYPE text, ALTER state SET NOT NULL;\n"))
        .isEmpty();
  }

  @Test
  void points_to_the_third_of_five_sub_commands_also_inside_do() {
    String migration =
        SHOP.formatted(18)
            + """
            DO $$
            BEGIN
              ALTER TABLE "Bestellung" ADD a text, ALTER "Straße" SET NOT NULL,
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
  void keeps_silent_about_tables_that_are_new_or_unknown() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- when
                ALTER TABLE unknown ALTER state TYPE text, ALTER state SET NOT NULL;
                CREATE TABLE letters (state varchar(20) CHECK (state IS NOT NULL));
                ALTER TABLE letters ALTER state TYPE text, ALTER state SET NOT NULL;
                CREATE TEMPORARY TABLE scratch (state varchar(20) CHECK (state IS NOT NULL));
                ALTER TABLE scratch ALTER state TYPE text, ALTER state SET NOT NULL;
                """))
        .isEmpty();
  }
}
