package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetachPartitionBlocksReadsAndWritesTest {
  @Test
  void detaches_concurrently() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE s."Städte" (id int) PARTITION BY RANGE (id);
            -- when
            ALTER TABLE IF EXISTS s."Städte" DETACH PARTITION s."Teil 1";
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Detaching s.\"Teil 1\" blocks reads and writes of all of s.\"Städte\" meanwhile");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE IF EXISTS s.\"Städte\" DETACH PARTITION s.\"Teil 1\" CONCURRENTLY");
  }

  @Test
  void has_no_weaker_form_beside_a_default_partition() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int) PARTITION BY RANGE (id);
            CREATE TABLE rest PARTITION OF t DEFAULT;
            -- when
            ALTER TABLE t DETACH PARTITION t1;
            """);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).fix()).isEmpty();
  }

  @Test
  void has_no_weaker_form_before_14() {
    List<Finding> found =
        findings(
            """
            -- versions: 10-13
            -- when
            DO $$ BEGIN ALTER TABLE t DETACH PARTITION t1; END $$;
            """);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).fix()).isEmpty();
  }

  @Test
  void keeps_silent_where_reads_and_writes_go_on() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            CREATE TABLE n (id int) PARTITION BY RANGE (id);
            CREATE TABLE n1 PARTITION OF n FOR VALUES FROM (1) TO (2);
            ALTER TABLE n DETACH PARTITION n1;
            ALTER TABLE t DETACH PARTITION t1 CONCURRENTLY;
            ALTER TABLE t DETACH PARTITION t2 FINALIZE;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new DetachPartitionBlocksReadsAndWrites(), migration);
  }
}
