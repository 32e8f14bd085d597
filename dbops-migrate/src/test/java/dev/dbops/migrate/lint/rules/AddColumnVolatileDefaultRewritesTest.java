package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.Example;
import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class AddColumnVolatileDefaultRewritesTest {
  private final Rule rule = new AddColumnVolatileDefaultRewrites();

  @Test
  void names_the_default_and_fills_the_rows_later() {
    String migration =
        """
        -- given
        CREATE TABLE shop."Bestellung" (id bigint PRIMARY KEY);
        -- when
        ALTER TABLE shop."Bestellung" ADD COLUMN IF NOT EXISTS "Kürzel" uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;
        """;

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "The new column \"Kürzel\" with the default gen_random_uuid()"
                + " rewrites shop.\"Bestellung\" and blocks reads and writes until it is done");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "ALTER TABLE shop.\"Bestellung\" ADD COLUMN IF NOT EXISTS \"Kürzel\" uuid,"
                + " ALTER COLUMN \"Kürzel\" SET DEFAULT gen_random_uuid()",
            """
            WITH batch AS (
                SELECT id FROM shop."Bestellung"
                WHERE id > :last ORDER BY id LIMIT 1000
            ), changed AS (
                UPDATE shop."Bestellung" SET "Kürzel" = DEFAULT
                WHERE id IN (SELECT id FROM batch) AND "Kürzel" IS NULL
            )
            SELECT id FROM batch ORDER BY id DESC LIMIT 1\
            """,
            "ALTER TABLE shop.\"Bestellung\" ADD CONSTRAINT \"Bestellung_Kürzel_not_null\" NOT NULL"
                + " \"Kürzel\" NOT VALID",
            "ALTER TABLE shop.\"Bestellung\" VALIDATE CONSTRAINT \"Bestellung_Kürzel_not_null\"",
            "CREATE UNIQUE INDEX CONCURRENTLY \"Bestellung_Kürzel_key\" ON shop.\"Bestellung\""
                + " (\"Kürzel\")",
            "ALTER TABLE shop.\"Bestellung\" ADD CONSTRAINT \"Bestellung_Kürzel_key\" UNIQUE USING"
                + " INDEX \"Bestellung_Kürzel_key\"");
  }

  @Test
  void keeps_silent_about_foreign_tables() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE FOREIGN TABLE far (id int) SERVER other;
                -- when
                ALTER TABLE far ADD COLUMN u uuid DEFAULT gen_random_uuid();
                """))
        .isEmpty();
  }

  @Test
  void knows_that_the_volatility_of_a_function_was_altered() {
    String migration =
        """
        -- given
        CREATE TABLE orders (id bigint PRIMARY KEY);
        CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE plpgsql %s AS 'BEGIN RETURN 1; END';
        ALTER FUNCTION f(int) %s;
        -- when
        ALTER TABLE orders ADD COLUMN v int DEFAULT f();
        """;

    assertThat(ExampleLint.messages(rule, migration.formatted("VOLATILE", "IMMUTABLE"))).isEmpty();
    assertThat(ExampleLint.messages(rule, migration.formatted("VOLATILE", "STRICT STABLE")))
        .isEmpty();
    assertThat(ExampleLint.messages(rule, migration.formatted("IMMUTABLE", "VOLATILE"))).hasSize(1);
    assertThat(ExampleLint.messages(rule, migration.formatted("IMMUTABLE", "COST 10"))).isEmpty();
  }

  @Test
  void knows_the_volatility_of_functions() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (id bigint PRIMARY KEY);
                CREATE FUNCTION steady() RETURNS text LANGUAGE plpgsql STABLE AS 'BEGIN RETURN 1; END';
                CREATE FUNCTION fickle() RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
                -- when
                ALTER TABLE orders
                  ADD a text DEFAULT md5('a'),
                  ADD b date DEFAULT CURRENT_DATE,
                  ADD c integer DEFAULT -1,
                  ADD d text DEFAULT steady(),
                  ADD e text DEFAULT fickle();
                """))
        .containsExactly(
            "The new column e with the default fickle() rewrites orders and blocks reads and writes"
                + " until it is done");
  }

  @Test
  void says_where_it_does_not_know_a_function() {
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nALTER TABLE orders ADD a uuid DEFAULT ours.new_id();\n"))
        .containsExactly(
            "The new column a with the default ours.new_id(), unless new_id is declared STABLE or"
                + " IMMUTABLE, rewrites orders and blocks reads and writes until it is done");
  }

  @Test
  void knows_that_any_default_does_before_11() {
    Example example = Example.of(rule.info(), "any-default-before-11");

    assertThat(ExampleLint.findings(rule, example))
        .containsExactlyInAnyOrderElementsOf(example.expected());
  }

  @Test
  void looks_into_the_default_of_a_domain() {
    String migration =
        """
        -- given
        CREATE DOMAIN token AS uuid DEFAULT gen_random_uuid();
        CREATE TABLE orders (id bigint PRIMARY KEY);
        -- when
        DO $$ BEGIN ALTER TABLE orders ADD a token; END $$;
        """;

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "The new column a with the default of its type token rewrites orders and blocks reads"
                + " and writes until it is done");
    assertThat(ExampleLint.findings(rule, migration).get(0).fix()).isEmpty();
  }

  @Test
  void has_no_form_for_a_new_key_before_12() {
    String migration =
        "-- versions: 10-%d\n-- when\nALTER TABLE t ADD id float DEFAULT random() PRIMARY KEY;\n";

    assertThat(ExampleLint.findings(rule, migration.formatted(11)).get(0).fix()).isEmpty();
    assertThat(ExampleLint.fix(rule, migration.formatted(17))).hasSize(8);
  }

  @Test
  void keeps_silent_about_tables_that_nobody_uses_yet_and_columns_that_are_there() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (id bigint PRIMARY KEY, a float);
                -- when
                ALTER TABLE orders ADD COLUMN IF NOT EXISTS a float DEFAULT random();
                CREATE TABLE letters (id bigint);
                ALTER TABLE letters ADD COLUMN a float DEFAULT random();
                CREATE TEMPORARY TABLE scratch (id bigint);
                ALTER TABLE scratch ADD COLUMN a float DEFAULT random();
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
                CREATE TABLE orders (id bigint PRIMARY KEY);
                -- when
                BEGIN;
                DROP TABLE orders;
                CREATE TABLE orders (id bigint PRIMARY KEY);
                ROLLBACK;
                ALTER TABLE orders ADD COLUMN a float DEFAULT random();
                """))
        .hasSize(1);
  }
}
