package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropForeignKeyLocksTwoTablesTest {
  @Test
  void names_both_tables() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE "Städte" (id int PRIMARY KEY);
            CREATE TABLE s.t (a int CONSTRAINT "Fk" REFERENCES "Städte");
            -- when
            ALTER TABLE s.t
              ADD COLUMN x int,
              DROP CONSTRAINT IF EXISTS "Fk";
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping \"Fk\" blocks reads and writes of s.t and Städte");
    assertThat(found.get(0).span().from().line()).isEqualTo(7);
  }

  @Test
  void finds_the_foreign_keys_that_go_with_a_key() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE u (id int PRIMARY KEY);
            CREATE TABLE t (a int REFERENCES u);
            -- when
            ALTER TABLE u DROP CONSTRAINT u_pkey CASCADE;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping u_pkey blocks reads and writes of u and t");
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE u (id int PRIMARY KEY);
            CREATE TABLE t (a int REFERENCES u);
            -- when
            DO $$ BEGIN ALTER TABLE t DROP CONSTRAINT t_a_fkey; END $$;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_where_one_table_is_locked() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int PRIMARY KEY, a int REFERENCES t, CONSTRAINT c CHECK (a > 0));
            -- when
            CREATE TABLE n (id int PRIMARY KEY);
            ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES n NOT VALID;
            ALTER TABLE t DROP CONSTRAINT fk;
            ALTER TABLE t DROP CONSTRAINT t_a_fkey;
            ALTER TABLE t DROP CONSTRAINT c;
            ALTER TABLE unknown DROP CONSTRAINT fk;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new DropForeignKeyLocksTwoTables(), migration);
  }
}
