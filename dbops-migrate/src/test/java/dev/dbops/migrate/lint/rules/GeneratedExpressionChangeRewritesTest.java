package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class GeneratedExpressionChangeRewritesTest {
  private static final String SHOP =
      """
      -- given
      CREATE TABLE shop."Bestellung" (
        id bigint PRIMARY KEY,
        net numeric,
        "Betrag" numeric GENERATED ALWAYS AS (net * 1.19) STORED);
      -- when
      """;

  private final Rule rule = new GeneratedExpressionChangeRewrites();

  @Test
  void lets_a_trigger_compute_the_column() {
    String migration =
        SHOP + "ALTER TABLE shop.\"Bestellung\" ALTER \"Betrag\" SET EXPRESSION AS (net * 1.2);\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Computing \"Betrag\" by another expression rewrites shop.\"Bestellung\" and blocks reads"
                + " and writes until it is done");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            """
            CREATE FUNCTION shop."Bestellung_Betrag_fill"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              NEW."Betrag" := NEW.net * 1.2;
              RETURN NEW;
            END
            $$\
            """,
            "CREATE TRIGGER \"Bestellung_Betrag_fill\" BEFORE INSERT OR UPDATE ON"
                + " shop.\"Bestellung\" FOR EACH ROW EXECUTE FUNCTION"
                + " shop.\"Bestellung_Betrag_fill\"()",
            "ALTER TABLE shop.\"Bestellung\" ALTER COLUMN \"Betrag\" DROP EXPRESSION",
            """
            WITH batch AS (
                SELECT id FROM shop."Bestellung"
                WHERE id > :last ORDER BY id LIMIT 1000
            ), changed AS (
                UPDATE shop."Bestellung" SET "Betrag" = net * 1.2
                WHERE id IN (SELECT id FROM batch) AND "Betrag" IS DISTINCT FROM (net * 1.2)
            )
            SELECT id FROM batch ORDER BY id DESC LIMIT 1\
            """);
  }

  @Test
  void points_to_the_third_of_five_sub_commands_also_inside_do() {
    String migration =
        SHOP
            + """
            DO $$
            BEGIN
              ALTER TABLE shop."Bestellung" ADD a text, ADD b text,
                ALTER "Betrag" SET EXPRESSION AS (net * 1.2),
                ADD c text, ADD d text;
            END
            $$;
            """;

    assertThat(ExampleLint.findings(rule, migration))
        .singleElement()
        .satisfies(each -> assertThat(each.span().from().line()).isEqualTo(10));
  }

  @Test
  void finds_it_in_a_table_that_it_does_not_know() {
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nALTER TABLE orders ALTER gross SET EXPRESSION AS (net * 1.2);\n"))
        .hasSize(1);
  }

  @Test
  void keeps_silent_where_no_row_is_computed_or_nobody_waits() {
    assertThat(
            ExampleLint.messages(
                rule,
                SHOP
                    + """
                    ALTER TABLE shop."Bestellung" ALTER "Betrag" DROP EXPRESSION;
                    CREATE TABLE letters (net numeric, gross numeric GENERATED ALWAYS AS (net) STORED);
                    ALTER TABLE letters ALTER gross SET EXPRESSION AS (net * 1.2);
                    CREATE TEMPORARY TABLE scratch (net numeric, gross numeric GENERATED ALWAYS AS (net) STORED);
                    ALTER TABLE scratch ALTER gross SET EXPRESSION AS (net * 1.2);
                    """))
        .isEmpty();
  }
}
