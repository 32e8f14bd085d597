package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class EnumValueUsedInSameTransactionTest {
  private final Rule rule = new EnumValueUsedInSameTransaction();

  private static final String GIVEN =
      """
      -- given
      CREATE TYPE mood AS ENUM ('sad');
      CREATE TABLE people (id bigint PRIMARY KEY, feels mood);
      -- when
      """;

  @Test
  void says_which_value_and_puts_the_statements_apart() {
    String migration =
        GIVEN
            + """
            ALTER TYPE mood ADD VALUE 'it''s fine';
            ALTER TABLE people ALTER feels SET DEFAULT 'it''s fine';
            """;

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "The value 'it''s fine' is used in the transaction that adds it to mood, which the"
                + " server refuses");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "ALTER TYPE mood ADD VALUE 'it''s fine'",
            "ALTER TABLE people ALTER feels SET DEFAULT 'it''s fine'");
  }

  @Test
  void finds_every_statement_that_reads_the_constant_also_inside_do() {
    assertThat(
            ExampleLint.messages(
                rule,
                GIVEN
                    + """
                    ALTER TYPE mood ADD VALUE 'glad';
                    INSERT INTO people VALUES (1, 'glad');
                    CREATE TABLE more (feels mood DEFAULT 'glad');
                    CREATE INDEX by_id ON more (feels) WHERE feels = 'glad';
                    CREATE VIEW happy AS SELECT id FROM people WHERE feels = 'glad'::mood;
                    DELETE FROM people WHERE feels = 'glad' AND id = 1;
                    DO $$ BEGIN UPDATE people SET feels = 'glad' WHERE id = 1; END $$;
                    """))
        .hasSize(6);
  }

  @Test
  void keeps_silent_about_other_constants_and_about_functions() {
    assertThat(
            ExampleLint.messages(
                rule,
                GIVEN
                    + """
                    ALTER TYPE mood ADD VALUE 'glad';
                    ALTER TYPE mood ADD VALUE 'gladder' AFTER 'glad';
                    INSERT INTO people VALUES (1, 'sad');
                    COMMENT ON TYPE mood IS 'glad';
                    CREATE FUNCTION cheer() RETURNS void LANGUAGE plpgsql AS $$
                    BEGIN UPDATE people SET feels = 'glad' WHERE id = 1; END $$;
                    """))
        .isEmpty();
  }

  @Test
  void keeps_silent_where_the_constant_is_meant_for_another_type() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TYPE mood AS ENUM ('sad');
                CREATE TABLE people (id bigint PRIMARY KEY, feels mood, note text, mood text);
                -- when
                ALTER TYPE mood ADD VALUE 'glad';
                INSERT INTO people (id, note) VALUES (1, 'sad'), (2, 'glad');
                INSERT INTO people VALUES (1, 'sad', 'glad', 'glad');
                INSERT INTO people (note, feels) SELECT 'glad', feels FROM people;
                UPDATE people SET note = 'glad', mood = 'glad' WHERE feels = 'sad' AND note <> 'glad';
                SELECT feels, 'glad' AS mood FROM people WHERE 'glad' = note;
                DELETE FROM people WHERE feels::text = 'glad' OR note IN ('sad', 'glad');
                ALTER TABLE people ADD COLUMN more text DEFAULT 'glad', ALTER note SET DEFAULT 'glad';
                UPDATE people SET note = lower('glad') WHERE note = 'glad'::text;
                INSERT INTO unheard_of (feels) VALUES ('glad');
                """))
        .isEmpty();
  }

  @Test
  void finds_every_place_where_the_constant_meets_the_type() {
    assertThat(
            ExampleLint.messages(
                rule,
                GIVEN
                    + """
                    ALTER TYPE mood ADD VALUE 'glad';
                    INSERT INTO people (feels, id) VALUES ('sad', 1), ('glad', 2);
                    INSERT INTO people SELECT 1, 'glad' FROM people;
                    INSERT INTO people (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET feels = 'glad';
                    SELECT id FROM people WHERE feels IN ('sad', 'glad');
                    SELECT id FROM public.people AS p WHERE 'glad' = p.feels;
                    SELECT id FROM people WHERE feels IS DISTINCT FROM 'glad';
                    SELECT id FROM people WHERE feels = ANY (ARRAY['sad', 'glad']);
                    SELECT 'glad'::mood, coalesce(feels, 'sad') FROM people;
                    SELECT CAST('glad' AS public.mood);
                    SELECT mood 'glad';
                    UPDATE people SET feels = CASE WHEN id > 1 THEN 'glad' ELSE 'sad' END WHERE id = 1;
                    SELECT CASE feels WHEN 'sad' THEN 1 WHEN 'glad' THEN 2 END FROM people;
                    SELECT coalesce(feels, 'glad') FROM people;
                    ALTER TABLE people ADD COLUMN felt mood NOT NULL DEFAULT 'glad';
                    ALTER TABLE people ADD CHECK (feels <> 'glad') NOT VALID;
                    CREATE TABLE calm AS SELECT id FROM people WHERE feels = 'glad';
                    """))
        .hasSize(16);
  }

  @Test
  void keeps_silent_where_the_value_is_committed_before() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- transaction: none
                -- given
                CREATE TYPE mood AS ENUM ('sad');
                CREATE TABLE people (id bigint PRIMARY KEY, feels mood);
                -- when
                ALTER TYPE mood ADD VALUE 'glad';
                INSERT INTO people VALUES (1, 'glad');
                """))
        .isEmpty();
  }

  @Test
  void knows_that_a_type_of_the_same_transaction_is_safe_from_17() {
    String migration =
        """
        -- versions: 12-%d
        -- when
        CREATE TYPE mood AS ENUM ('sad');
        ALTER TYPE mood ADD VALUE 'glad';
        CREATE TABLE people (feels mood DEFAULT 'glad');
        """;

    assertThat(ExampleLint.messages(rule, migration.formatted(16))).hasSize(1);
    assertThat(ExampleLint.messages(rule, migration.formatted(17))).isEmpty();
  }
}
