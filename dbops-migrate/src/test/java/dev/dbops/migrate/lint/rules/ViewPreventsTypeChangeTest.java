package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.Rule;
import java.util.List;
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

    assertThat(messages(migration))
        .containsExactly(
            "Changing \"Straße\" to text fails: the column is read by the view streets");
    assertThat(fix(migration))
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
            messages(
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
            messages(
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
    assertThat(messages(SHOP + "ALTER TABLE shop.\"Bestellung\" ALTER note TYPE text;\n"))
        .isEmpty();
    assertThat(
            messages(
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
            messages(
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

  private List<String> messages(String migration) {
    return ExampleLint.findings(rule, migration).stream().map(Finding::message).toList();
  }

  private List<String> fix(String migration) {
    return ExampleLint.fix(ExampleLint.findings(rule, migration).get(0));
  }
}
