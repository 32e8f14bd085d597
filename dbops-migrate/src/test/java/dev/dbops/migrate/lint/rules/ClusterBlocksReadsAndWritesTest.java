package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterBlocksReadsAndWritesTest {
  @Test
  void names_the_table_as_it_is_written() {
    List<Finding> found =
        findings(
            """
            -- when
            CLUSTER s."Städte" USING i;
            CLUSTER VERBOSE t;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "CLUSTER blocks reads and writes of s.\"Städte\" until it is written anew",
            "CLUSTER blocks reads and writes of t until it is written anew");
  }

  @Test
  void finds_the_clustering_of_all_tables() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            CLUSTER;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "CLUSTER blocks reads and writes of one table after the other until it is written anew");
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN CLUSTER t USING i; END $$;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void leaves_what_the_server_refuses_to_another_rule() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE p (a int) PARTITION BY LIST (a);
            CREATE INDEX i ON p (a);
            -- when
            CLUSTER;
            CLUSTER p USING i;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void keeps_silent_on_new_tables() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE n (id int PRIMARY KEY);
            CLUSTER n USING n_pkey;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new ClusterBlocksReadsAndWrites(), migration);
  }
}
