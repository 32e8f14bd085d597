package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddColumnStoredGeneratedRewritesTest {
  private final Rule rule = new AddColumnStoredGeneratedRewrites();

  private static final String MIGRATION =
      """
      -- versions: 12-%d
      -- given
      CREATE TABLE orders (id bigint PRIMARY KEY, "Netto" numeric);
      -- when
      ALTER TABLE orders ADD gross numeric GENERATED ALWAYS AS (round("Netto" * 1.19, 2)) STORED;
      """;

  @Test
  void computes_it_when_it_is_read_from_18() {
    assertThat(ExampleLint.messages(rule, MIGRATION.formatted(18)))
        .containsExactly(
            "The new stored column gross rewrites orders and blocks reads and writes until it is"
                + " done");
    assertThat(ExampleLint.fix(rule, MIGRATION.formatted(18)))
        .containsExactly(
            "ALTER TABLE orders ADD gross numeric GENERATED ALWAYS AS (round(\"Netto\" * 1.19, 2))"
                + " VIRTUAL");
  }

  @Test
  void has_a_trigger_fill_it_before() {
    assertThat(ExampleLint.fix(rule, MIGRATION.formatted(17)))
        .containsExactly(
            "ALTER TABLE orders ADD gross numeric",
            """
            CREATE FUNCTION orders_gross_fill() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              NEW.gross := round(NEW."Netto" * 1.19, 2);
              RETURN NEW;
            END
            $$\
            """,
            "CREATE TRIGGER orders_gross_fill BEFORE INSERT OR UPDATE ON orders"
                + " FOR EACH ROW EXECUTE FUNCTION orders_gross_fill()",
            """
            WITH batch AS (
                SELECT id FROM orders
                WHERE id > :last ORDER BY id LIMIT 1000
            ), changed AS (
                UPDATE orders SET gross = round("Netto" * 1.19, 2)
                WHERE id IN (SELECT id FROM batch) AND gross IS NULL
            )
            SELECT id FROM batch ORDER BY id DESC LIMIT 1\
            """);
  }

  @Test
  void has_a_trigger_fill_what_a_server_refuses_to_compute_when_it_is_read() {
    String migration =
        """
        -- given
        CREATE TYPE size AS ENUM ('s', 'm');
        CREATE FUNCTION twice(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 * 2';
        CREATE TABLE orders (id bigint PRIMARY KEY, n int, note text, size size);
        -- when
        ALTER TABLE orders ADD g %s STORED;
        CREATE INDEX CONCURRENTLY i ON orders USING gin (%s);
        """;

    for (String generated :
        List.of(
            "int GENERATED ALWAYS AS (twice(n))",
            "int GENERATED ALWAYS AS (unknown_function(n))",
            "bool GENERATED ALWAYS AS (size = 's')")) {
      assertThat(ExampleLint.fix(rule, migration.formatted(generated, "note")))
          .first()
          .asString()
          .endsWith("ADD g " + generated.split(" ")[0]);
    }
    String searched = "tsvector GENERATED ALWAYS AS (to_tsvector('simple', note))";
    assertThat(ExampleLint.fix(rule, migration.formatted(searched, "g")))
        .first()
        .asString()
        .endsWith("ADD g tsvector");
    assertThat(ExampleLint.fix(rule, migration.formatted(searched, "note")))
        .first()
        .asString()
        .endsWith("VIRTUAL");
  }

  @Test
  void knows_no_other_form_for_a_column_of_a_domain() {
    String migration =
        """
        -- given
        CREATE DOMAIN amount AS numeric;
        CREATE TABLE orders (id bigint PRIMARY KEY, n int);
        -- when
        ALTER TABLE orders ADD g amount GENERATED ALWAYS AS (n * 2) STORED;
        """;

    assertThat(ExampleLint.findings(rule, migration))
        .singleElement()
        .satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void keeps_silent_about_virtual_columns_and_new_tables() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- when
                ALTER TABLE orders ADD a int GENERATED ALWAYS AS (b + 1) VIRTUAL;
                ALTER TABLE orders ADD c int GENERATED ALWAYS AS (b + 1);
                CREATE TABLE letters (b int);
                ALTER TABLE letters ADD a int GENERATED ALWAYS AS (b + 1) STORED;
                """))
        .isEmpty();
  }

  @Test
  void points_to_the_third_of_five_sub_commands_also_inside_do() {
    String migration =
        """
        -- when
        DO $$
        BEGIN
          ALTER TABLE shop.orders ADD d text, ADD e text,
            ADD c int GENERATED ALWAYS AS (1) STORED NOT NULL,
            ADD f text, ADD g text;
        END
        $$;
        """;

    assertThat(ExampleLint.findings(rule, migration))
        .singleElement()
        .satisfies(each -> assertThat(each.span().from().line()).isEqualTo(5))
        .satisfies(each -> assertThat(each.fix()).isEmpty());
  }
}
