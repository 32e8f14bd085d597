package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropTypeLosesColumnsTest {
  @Test
  void names_the_columns_of_the_type_of_arrays_of_it_and_of_domains_over_it() {
    assertThat(
            messages(
                """
                -- given
                CREATE DOMAIN positive AS integer;
                CREATE DOMAIN small AS positive;
                CREATE TABLE a.t (x positive, y small, z integer);
                CREATE TABLE "Ünï" ("Größe" positive[]);
                -- when
                DROP DOMAIN IF EXISTS positive CASCADE;
                """))
        .containsExactly(
            "Dropping positive with CASCADE loses the columns a.t.x, a.t.y and"
                + " public.\"Ünï\".\"Größe\"");
  }

  @Test
  void knows_what_is_new_and_what_is_not_used() {
    assertThat(
            messages(
                """
                -- given
                CREATE TYPE mood AS ENUM ('glad');
                CREATE TYPE s.mood AS ENUM ('sad');
                CREATE TABLE old (m s.mood);
                -- when
                CREATE TABLE fresh (m mood);
                DROP TYPE mood CASCADE;
                """))
        .isEmpty();
  }

  @Test
  void takes_a_type_that_no_statement_makes_for_one_that_is_used() {
    assertThat(messages("-- when\nDROP TYPE s.mood CASCADE; DROP TYPE s.other;"))
        .containsExactly("Dropping s.mood with CASCADE loses every column of this type");
  }

  @Test
  void looks_into_do_blocks_but_not_into_functions() {
    assertThat(
            messages(
                """
                -- when
                DO $$ BEGIN DROP TYPE mood CASCADE; END $$;
                CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS
                  $$ BEGIN DROP TYPE mood CASCADE; END $$;
                """))
        .hasSize(1);
  }

  @Test
  void forgets_the_columns_that_went() {
    assertThat(
            messages(
                """
                -- given
                CREATE TYPE mood AS ENUM ('glad');
                CREATE TABLE diary (m mood);
                DROP TYPE mood CASCADE;
                CREATE TYPE mood AS ENUM ('sad');
                -- when
                DROP TYPE mood CASCADE;
                """))
        .isEmpty();
  }

  private static List<String> messages(String migration) {
    return ExampleLint.messages(new DropTypeLosesColumns(), migration);
  }
}
