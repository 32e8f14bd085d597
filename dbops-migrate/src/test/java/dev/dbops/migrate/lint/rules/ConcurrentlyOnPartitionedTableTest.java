package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcurrentlyOnPartitionedTableTest {
  @Test
  void finds_every_form() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- versions: 12-13
            -- given
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            CREATE INDEX i ON t (a);
            -- when
            CREATE INDEX CONCURRENTLY j ON t (a);
            REINDEX INDEX CONCURRENTLY i;
            DROP INDEX CONCURRENTLY i;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsOnly("The server refuses CONCURRENTLY: t is partitioned");
    assertThat(found).hasSize(3);
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "CREATE INDEX j ON ONLY t (a)",
            "CREATE INDEX CONCURRENTLY t1_a_idx1 ON t1 (a)",
            "ALTER INDEX j ATTACH PARTITION t1_a_idx1");
  }

  @Test
  void lets_reindex_go_through_the_partitions_from_14_on() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- versions: 14-18
            -- given
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            CREATE INDEX i ON t (a);
            -- when
            REINDEX INDEX CONCURRENTLY i;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void keeps_silent_about_partitions() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- versions: 11-18
            -- given
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            -- when
            CREATE INDEX CONCURRENTLY i ON t1 (a);
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new ConcurrentlyOnPartitionedTable(), migration);
  }
}
