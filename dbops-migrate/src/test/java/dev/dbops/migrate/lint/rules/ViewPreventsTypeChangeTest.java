package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class ViewPreventsTypeChangeTest {
  private static final String SHOP =
      """
      -- transaction: none
      -- given
      CREATE TABLE shop."Bestellung" (id bigint, "Straße" varchar(20), note varchar(20));
      CREATE VIEW shop.streets AS SELECT "Straße" FROM shop."Bestellung";
      -- when
      """;

  private final Rule rule = new ViewPreventsTypeChange();

  @Test
  void makes_the_view_anew_around_the_change() {
    String migration = SHOP + "ALTER TABLE shop.\"Bestellung\" ALTER \"Straße\" TYPE text;\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Changing \"Straße\" to text fails: the column is read by the view streets");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            """
            BEGIN;
            DROP VIEW shop.streets;
            ALTER TABLE shop."Bestellung" ALTER "Straße" TYPE text;
            CREATE VIEW shop.streets AS SELECT "Straße" FROM shop."Bestellung";
            COMMIT\
            """);
  }

  @Test
  void knows_views_of_all_columns_and_materialized_ones() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (id bigint, note varchar(20));
                CREATE MATERIALIZED VIEW copies AS SELECT * FROM orders;
                -- when
                ALTER TABLE orders ALTER note TYPE text;
                """))
        .containsExactly("Changing note to text fails: the column is read by the view copies");
  }

  @Test
  void also_fails_for_new_tables() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- when
                CREATE TABLE letters (note varchar(20));
                CREATE VIEW notes AS SELECT note FROM letters;
                ALTER TABLE letters ALTER note TYPE text;
                """))
        .hasSize(1);
  }

  @Test
  void keeps_silent_where_no_view_reads_the_column_any_more() {
    assertThat(
            ExampleLint.messages(
                rule, SHOP + "ALTER TABLE shop.\"Bestellung\" ALTER note TYPE text;\n"))
        .isEmpty();
    assertThat(
            ExampleLint.messages(
                rule,
                SHOP
                    + """
                    DROP VIEW shop.streets;
                    ALTER TABLE shop."Bestellung" ALTER "Straße" TYPE text;
                    ALTER TABLE unknown ALTER "Straße" TYPE text;
                    """))
        .isEmpty();
  }

  @Test
  void finds_it_where_the_drop_of_the_view_was_rolled_back() {
    assertThat(
            ExampleLint.messages(
                rule,
                SHOP
                    + """
                    BEGIN;
                    DROP VIEW shop.streets;
                    ROLLBACK;
                    ALTER TABLE shop."Bestellung" ALTER "Straße" TYPE text;
                    """))
        .hasSize(1);
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
        .satisfies(each -> assertThat(each.span().from().line()).isEqualTo(9));
  }
}
