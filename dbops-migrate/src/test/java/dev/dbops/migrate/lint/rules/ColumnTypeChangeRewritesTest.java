package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnTypeChangeRewritesTest {
  private static final String SHOP =
      """
      -- given
      CREATE TABLE customers (id integer PRIMARY KEY);
      CREATE TABLE orders (
        id integer PRIMARY KEY,
        customer_id integer NOT NULL DEFAULT 0 REFERENCES customers,
        placed timestamp,
        details json);
      CREATE INDEX by_customer ON orders (customer_id, placed) WHERE customer_id > 0;
      -- when
      """;

  private final Rule rule = new ColumnTypeChangeRewrites();

  @Test
  void names_the_tables_at_the_other_end_of_foreign_keys() {
    assertThat(
            ExampleLint.messages(
                rule, SHOP + "ALTER TABLE orders ALTER customer_id TYPE bigint;\n"))
        .containsExactly(
            "Changing customer_id to bigint rewrites orders and blocks reads and writes until it is"
                + " done, also of the table customers for a foreign key");
    assertThat(ExampleLint.messages(rule, SHOP + "ALTER TABLE customers ALTER id TYPE bigint;\n"))
        .containsExactly(
            "Changing id to bigint rewrites customers and blocks reads and writes until it is done,"
                + " also of the table orders for a foreign key");
  }

  @Test
  void lets_a_second_column_take_the_place_of_the_first() {
    String migration = SHOP + "ALTER TABLE public.orders ALTER customer_id TYPE bigint;\n";

    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "ALTER TABLE public.orders ADD COLUMN customer_id_new bigint",
            """
            CREATE FUNCTION public.orders_customer_id_new_fill() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              NEW.customer_id_new := CAST(NEW.customer_id AS bigint);
              RETURN NEW;
            END
            $$\
            """,
            "CREATE TRIGGER orders_customer_id_new_fill BEFORE INSERT OR UPDATE ON public.orders FOR"
                + " EACH ROW EXECUTE FUNCTION public.orders_customer_id_new_fill()",
            """
            WITH batch AS (
                SELECT id FROM public.orders
                WHERE id > :last ORDER BY id LIMIT 1000
            ), changed AS (
                UPDATE public.orders SET customer_id_new = CAST(customer_id AS bigint)
                WHERE id IN (SELECT id FROM batch) AND customer_id_new IS NULL AND customer_id IS NOT NULL
            )
            SELECT id FROM batch ORDER BY id DESC LIMIT 1\
            """,
            "ALTER TABLE public.orders ADD CONSTRAINT orders_customer_id_new_not_null NOT NULL"
                + " customer_id_new NOT VALID",
            "ALTER TABLE public.orders VALIDATE CONSTRAINT orders_customer_id_new_not_null",
            "CREATE INDEX CONCURRENTLY by_customer_new ON public.orders USING btree (customer_id_new,"
                + " placed) WHERE customer_id_new > 0",
            """
            BEGIN;
            ALTER TABLE public.orders RENAME COLUMN customer_id TO customer_id_old;
            ALTER TABLE public.orders RENAME COLUMN customer_id_new TO customer_id;
            ALTER TABLE public.orders ALTER COLUMN customer_id_old DROP NOT NULL;
            ALTER TABLE public.orders ALTER COLUMN customer_id SET DEFAULT 0;
            DROP TRIGGER orders_customer_id_new_fill ON public.orders;
            DROP FUNCTION public.orders_customer_id_new_fill();
            COMMIT\
            """,
            "ALTER TABLE public.orders DROP COLUMN customer_id_old");
  }

  @Test
  void moves_a_key_to_the_index_of_the_new_column() {
    String migration =
        """
        -- given
        CREATE TABLE "Bestellung" ("Nummer" integer PRIMARY KEY);
        -- when
        ALTER TABLE "Bestellung" ALTER "Nummer" TYPE text USING 'N' || "Nummer";
        """;

    assertThat(ExampleLint.fix(rule, migration))
        .contains(
            "CREATE UNIQUE INDEX CONCURRENTLY \"Bestellung_pkey_new\" ON \"Bestellung\" USING"
                + " btree (\"Nummer_new\")");
    assertThat(ExampleLint.fix(rule, migration).get(1))
        .contains("NEW.\"Nummer_new\" := 'N' || NEW.\"Nummer\";");
    assertThat(ExampleLint.fix(rule, migration).get(7))
        .contains(
            "ALTER TABLE \"Bestellung\" DROP CONSTRAINT \"Bestellung_pkey\", ADD CONSTRAINT"
                + " \"Bestellung_pkey\" PRIMARY KEY USING INDEX \"Bestellung_pkey_new\";");
  }

  @Test
  void says_so_where_it_does_not_know_the_old_type() {
    assertThat(
            ExampleLint.messages(rule, "-- when\nALTER TABLE shop.orders ALTER note TYPE text;\n"))
        .containsExactly(
            "Changing note to text may rewrite shop.orders and blocks reads and writes until it is"
                + " done; the changelog does not tell what is stored now");
  }

  @Test
  void asks_for_the_time_zone_of_time_stamps() {
    assertThat(
            ExampleLint.messages(
                rule, SHOP + "ALTER TABLE orders ALTER placed TYPE timestamptz;\n"))
        .containsExactly(
            "Changing placed to timestamptz may rewrite orders and blocks reads and writes until it"
                + " is done; it does unless the time zone of the session is UTC");
  }

  @Test
  void trusts_a_time_zone_that_the_script_sets() {
    String utc = "SET TIME ZONE 'UTC';\nALTER TABLE orders ALTER placed TYPE timestamptz;\n";
    String before12 = "-- versions: 10-11\n";

    assertThat(ExampleLint.messages(rule, SHOP + utc)).isEmpty();
    assertThat(ExampleLint.messages(rule, SHOP + utc.replace("UTC", "Europe/Berlin"))).hasSize(1);
    assertThat(ExampleLint.messages(rule, before12 + SHOP + utc)).hasSize(1);
  }

  @Test
  void sets_the_time_zone_where_no_index_is_in_the_way() {
    String migration =
        """
        -- given
        CREATE TABLE orders (id integer PRIMARY KEY, placed timestamp);
        -- when
        ALTER TABLE orders ALTER placed TYPE timestamptz;
        """;

    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "SET LOCAL TimeZone = 'UTC';\nALTER TABLE orders ALTER placed TYPE timestamptz");
  }

  @Test
  void points_to_the_third_of_five_sub_commands_also_inside_do() {
    String migration =
        SHOP
            + """
            DO $$
            BEGIN
              ALTER TABLE orders ADD a text, ADD b text,
                ALTER details TYPE jsonb,
                ADD c text, ADD d text;
            END
            $$;
            """;

    assertThat(ExampleLint.findings(rule, migration))
        .singleElement()
        .satisfies(each -> assertThat(each.span().from().line()).isEqualTo(13));
  }

  @Test
  void keeps_silent_about_tables_that_nobody_uses_yet() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- when
                CREATE TABLE letters (id integer);
                ALTER TABLE letters ALTER id TYPE bigint;
                CREATE TEMPORARY TABLE scratch (id integer);
                ALTER TABLE scratch ALTER id TYPE bigint;
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
                CREATE TABLE orders (id integer);
                -- when
                BEGIN;
                DROP TABLE orders;
                CREATE TABLE orders (id integer);
                ROLLBACK;
                ALTER TABLE orders ALTER id TYPE bigint;
                """))
        .hasSize(1);
  }

  @Test
  void leaves_narrower_types_to_their_own_rule() {
    assertThat(ExampleLint.messages(rule, SHOP + "ALTER TABLE orders ALTER id TYPE smallint;\n"))
        .isEmpty();
  }

  @Test
  void finds_it_in_xml(@TempDir Path folder) throws IOException {
    List<Finding> found =
        ExampleLint.findingsInXml(
            rule,
            folder,
            """
            <changeSet id="1" author="a">
              <createTable tableName="t"><column name="c" type="int"/></createTable>
            </changeSet>
            <changeSet id="2" author="a">
              <modifyDataType tableName="t" columnName="c" newDataType="bigint"/>
            </changeSet>
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Changing c to BIGINT rewrites public.t and blocks reads and writes until it is done");
    assertThat(found.get(0).span().from().line()).isEqualTo(6);
  }
}
