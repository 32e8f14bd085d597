package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueConstraintBlocksReadsAndWritesTest {
  @Test
  void keeps_what_the_index_and_the_constraint_have_to_say() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE s."T" ADD CONSTRAINT "U" UNIQUE NULLS NOT DISTINCT ("A", b) INCLUDE (c)
              WITH (fillfactor = 70) USING INDEX TABLESPACE fast DEFERRABLE INITIALLY DEFERRED;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Adding \"U\" blocks reads and writes of s.\"T\" while its index is built");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "CREATE UNIQUE INDEX CONCURRENTLY \"U\" ON s.\"T\" (\"A\", b) INCLUDE (c) NULLS NOT DISTINCT WITH (fillfactor = 70) TABLESPACE fast",
            "ALTER TABLE s.\"T\" ADD CONSTRAINT \"U\" UNIQUE USING INDEX \"U\" DEFERRABLE INITIALLY DEFERRED");
  }

  @Test
  void knows_no_other_form_for_periods() {
    List<Finding> found =
        findings(
            """
            -- versions: 18-18
            -- when
            ALTER TABLE t ADD CONSTRAINT u UNIQUE (id, during WITHOUT OVERLAPS);
            """);

    assertThat(found).singleElement().satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void points_to_each_key_of_one_statement() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE t
              ADD UNIQUE (a),
              ADD COLUMN x int,
              ADD UNIQUE (b);
            """);

    assertThat(found).extracting(each -> each.span().from().line()).containsExactly(3, 5);
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "CREATE UNIQUE INDEX CONCURRENTLY t_a_key ON t (a)",
            "ALTER TABLE t ADD CONSTRAINT t_a_key UNIQUE USING INDEX t_a_key");
  }

  @Test
  void goes_through_partitions_of_partitions() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-18
            -- given
            CREATE TABLE t (a int, b int) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1) PARTITION BY LIST (a);
            CREATE TABLE t11 PARTITION OF t1 FOR VALUES IN (1);
            -- when
            ALTER TABLE t ADD UNIQUE (a, b);
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE ONLY t ADD CONSTRAINT t_a_b_key UNIQUE (a, b)",
            "ALTER TABLE ONLY t1 ADD CONSTRAINT t1_a_b_key UNIQUE (a, b)",
            "CREATE UNIQUE INDEX CONCURRENTLY t11_a_b_key ON t11 (a, b)",
            "ALTER TABLE t11 ADD CONSTRAINT t11_a_b_key UNIQUE USING INDEX t11_a_b_key",
            "ALTER INDEX t1_a_b_key ATTACH PARTITION t11_a_b_key",
            "ALTER INDEX t_a_b_key ATTACH PARTITION t1_a_b_key");
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN ALTER TABLE t ADD UNIQUE (a); END $$;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_where_no_index_is_built() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE p (a int) PARTITION BY LIST (a);
            -- when
            ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX i;
            ALTER TABLE ONLY p ADD UNIQUE (a);
            CREATE TABLE n (a int);
            ALTER TABLE n ADD UNIQUE (a);
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new UniqueConstraintBlocksReadsAndWrites(), migration);
  }
}
