package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class TypeChangeRebuildsIndexesTest {
  private static final String SHOP =
      """
      -- given
      CREATE TABLE shop."Bestellung" (id bigint PRIMARY KEY, "Straße" varchar(20), file integer);
      CREATE INDEX "nach Straße" ON shop."Bestellung" (lower("Straße"));
      CREATE INDEX filled ON shop."Bestellung" (id) WHERE "Straße" <> '';
      CREATE INDEX plain ON shop."Bestellung" ("Straße");
      -- when
      """;

  private final Rule rule = new TypeChangeRebuildsIndexes();

  @Test
  void names_the_indexes_and_fills_a_second_column() {
    String migration = SHOP + "ALTER TABLE shop.\"Bestellung\" ALTER \"Straße\" TYPE text;\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Changing \"Straße\" to text builds the indexes nach Straße and filled anew and blocks"
                + " reads and writes of shop.\"Bestellung\" meanwhile");
    assertThat(ExampleLint.fix(rule, migration))
        .contains(
            "ALTER TABLE shop.\"Bestellung\" ADD COLUMN \"Straße_new\" text",
            "CREATE INDEX CONCURRENTLY \"nach Straße_new\" ON shop.\"Bestellung\" USING btree"
                + " (lower(\"Straße_new\"))");
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
  void leaves_rewrites_and_collations_to_other_rules() {
    assertThat(
            ExampleLint.messages(
                rule, SHOP + "ALTER TABLE shop.\"Bestellung\" ALTER id TYPE numeric;\n"))
        .isEmpty();
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (state text);
                CREATE INDEX by_state ON orders (state);
                -- when
                ALTER TABLE orders ALTER state TYPE text COLLATE "C";
                """))
        .isEmpty();
  }

  @Test
  void keeps_silent_about_tables_that_are_new_or_unknown() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- when
                ALTER TABLE unknown ALTER state TYPE text;
                CREATE TABLE letters (state varchar(20));
                CREATE INDEX by_state ON letters (lower(state));
                ALTER TABLE letters ALTER state TYPE text;
                CREATE TEMPORARY TABLE scratch (state varchar(20));
                CREATE INDEX by_scratch ON scratch (lower(state));
                ALTER TABLE scratch ALTER state TYPE text;
                """))
        .isEmpty();
  }
}
