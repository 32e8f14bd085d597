package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropIndexBlocksReadsAndWritesTest {
  @Test
  void names_the_table_of_the_index() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE "Shop"."Orders" ("Id" bigint);
            CREATE INDEX "Idx" ON "Shop"."Orders" ("Id");
            -- when
            DROP INDEX IF EXISTS "Shop"."Idx";
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping \"Shop\".\"Idx\" blocks reads and writes of Orders meanwhile");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly("DROP INDEX CONCURRENTLY IF EXISTS \"Shop\".\"Idx\"");
  }

  @Test
  void drops_a_list_one_by_one() {
    List<Finding> found =
        findings(
            """
            -- when
            DROP INDEX a, s.b;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping a blocks reads and writes of its table meanwhile");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly("DROP INDEX CONCURRENTLY a", "DROP INDEX CONCURRENTLY s.b");
  }

  @Test
  void knows_no_other_form_for_partitioned_indexes() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-18
            -- given
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            CREATE INDEX i ON t (a);
            -- when
            DROP INDEX i;
            """);

    assertThat(found).singleElement().satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void knows_no_other_form_for_cascade() {
    List<Finding> found =
        findings(
            """
            -- when
            DROP INDEX i CASCADE;
            """);

    assertThat(found).singleElement().satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN DROP INDEX i; END $$;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_about_new_and_temporary_tables() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE old (a int);
            -- when
            CREATE TABLE t (a int);
            CREATE INDEX i ON t (a);
            DROP INDEX i;
            CREATE TEMP TABLE u (a int);
            CREATE INDEX j ON u (a);
            DROP INDEX j;
            DROP TABLE old;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new DropIndexBlocksReadsAndWrites(), migration);
  }
}
