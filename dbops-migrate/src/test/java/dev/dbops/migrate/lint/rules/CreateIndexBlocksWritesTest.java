package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateIndexBlocksWritesTest {
  @Test
  void says_who_waits_and_what_to_run_instead() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE UNIQUE INDEX "Idx É" ON "Shop"."Orders" ((lower("Name"))) WHERE "Name" IS NOT NULL;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "CREATE INDEX blocks writes to \"Shop\".\"Orders\" until the index is built");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            """
            CREATE UNIQUE INDEX CONCURRENTLY "Idx É" ON "Shop"."Orders" ((lower("Name"))) WHERE "Name" IS NOT NULL\
            """);
  }

  @Test
  void drops_what_a_try_before_left_where_the_index_may_be_there() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE INDEX IF NOT EXISTS i ON s.t (a);
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "DROP INDEX CONCURRENTLY IF EXISTS s.i", "CREATE INDEX CONCURRENTLY i ON s.t (a)");
  }

  @Test
  void looks_into_do_blocks_and_functions() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN CREATE INDEX i ON t (a); END $$;
            CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$
            BEGIN
              CREATE INDEX j ON t (b);
            END $$;
            """);

    assertThat(found).hasSize(2);
    assertThat(found.get(1).span().from().line()).isEqualTo(5);
  }

  @Test
  void knows_what_a_function_created_itself() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$
            BEGIN
              CREATE TEMP TABLE found (id bigint);
              CREATE INDEX ON found (id);
            END $$;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void keeps_silent_about_new_and_temporary_tables() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE s.t (a int);
            CREATE INDEX ON s.t (a);
            CREATE TEMP TABLE u (a int);
            CREATE INDEX ON u (a);
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void does_not_take_a_table_of_another_schema_for_the_new_one() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE a.t (a int);
            CREATE INDEX ON b.t (a);
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void does_not_take_a_table_for_new_whose_creation_was_rolled_back() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- given
            CREATE TABLE t (a int);
            -- when
            BEGIN;
            DROP TABLE t;
            CREATE TABLE t (a int);
            ROLLBACK;
            CREATE INDEX ON t (a);
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_where_nothing_is_built() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a int);
            CREATE INDEX i ON t (a);
            -- when
            CREATE INDEX IF NOT EXISTS i ON t (a);
            CREATE INDEX j ON ONLY unknown (a);
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new CreateIndexBlocksWrites(), migration);
  }
}
