package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruncateLosesDataTest {
  @Test
  void names_what_is_emptied_without_being_named() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE "Städte" (id int PRIMARY KEY);
            CREATE TABLE s.b (id int PRIMARY KEY, a int REFERENCES "Städte");
            CREATE TABLE c (b int REFERENCES s.b);
            -- when
            TRUNCATE TABLE "Städte" RESTART IDENTITY CASCADE;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("TRUNCATE loses all rows of \"Städte\", and by CASCADE those of b and c");
  }

  @Test
  void takes_partitions_for_a_part_of_their_table() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1) PARTITION BY LIST (a);
            CREATE TABLE t11 PARTITION OF t1 FOR VALUES IN (1);
            -- when
            TRUNCATE t, unknown CASCADE;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("TRUNCATE loses all rows of t and unknown");
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN TRUNCATE t; END $$;
            """);

    assertThat(found).extracting(Finding::message).containsExactly("TRUNCATE loses all rows of t");
  }

  @Test
  void keeps_silent_where_nobody_misses_the_rows() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int);
            -- when
            CREATE TABLE n (id int PRIMARY KEY);
            CREATE TEMPORARY TABLE tt (id int);
            TRUNCATE n, tt;
            TRUNCATE n CASCADE;
            CREATE PROCEDURE tidy() LANGUAGE plpgsql AS $$ BEGIN TRUNCATE t; END $$;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new TruncateLosesData(), migration);
  }
}
