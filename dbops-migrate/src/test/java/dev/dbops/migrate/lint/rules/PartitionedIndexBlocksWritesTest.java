package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionedIndexBlocksWritesTest {
  @Test
  void goes_down_to_partitions_of_partitions() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-18
            -- given
            CREATE TABLE "Events" (id bigint NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);
            CREATE TABLE "Events é" PARTITION OF "Events" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (id);
            CREATE TABLE archive.one PARTITION OF "Events é" FOR VALUES IN (1);
            -- when
            CREATE UNIQUE INDEX ON "Events" USING btree (id, day);
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "CREATE INDEX blocks writes to \"Events\" and all its partitions until each has its index");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "CREATE UNIQUE INDEX \"Events_id_day_idx\" ON ONLY \"Events\" USING btree (id, day)",
            "CREATE UNIQUE INDEX \"Events é_id_day_idx\" ON ONLY \"Events é\" USING btree (id, day)",
            "CREATE UNIQUE INDEX CONCURRENTLY one_id_day_idx ON archive.one USING btree (id, day)",
            "ALTER INDEX \"Events é_id_day_idx\" ATTACH PARTITION archive.one_id_day_idx",
            "ALTER INDEX \"Events_id_day_idx\" ATTACH PARTITION \"Events é_id_day_idx\"");
  }

  @Test
  void attaches_an_index_that_a_partition_has() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-18
            -- given
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2);
            CREATE INDEX mine ON t1 (a);
            -- when
            CREATE INDEX i ON t (a);
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "CREATE INDEX i ON ONLY t (a)",
            "ALTER INDEX i ATTACH PARTITION mine",
            "CREATE INDEX CONCURRENTLY t2_a_idx ON t2 (a)",
            "ALTER INDEX i ATTACH PARTITION t2_a_idx");
  }

  @Test
  void keeps_silent_where_every_partition_has_its_part() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-18
            -- given
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            CREATE INDEX mine ON t1 (a);
            -- when
            CREATE INDEX i ON t (a);
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void knows_no_steps_where_no_partition_is_known() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-18
            -- given
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            -- when
            CREATE INDEX i ON t (a);
            """);

    assertThat(found).singleElement().satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void keeps_silent_about_new_tables_and_only() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-18
            -- given
            CREATE TABLE old (a int) PARTITION BY LIST (a);
            -- when
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            CREATE INDEX ON t (a);
            CREATE INDEX ON ONLY old (a);
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new PartitionedIndexBlocksWrites(), migration);
  }
}
