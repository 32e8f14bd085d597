package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetachConcurrentlyRefusedTest {
  @Test
  void names_the_default_partition() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- given
            CREATE TABLE s."Städte" (id int) PARTITION BY RANGE (id);
            CREATE TABLE s."Übrige" PARTITION OF s."Städte" DEFAULT;
            -- when
            ALTER TABLE s."Städte" DETACH PARTITION t1 CONCURRENTLY;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "s.\"Städte\" cannot detach a partition concurrently: Übrige is its DEFAULT partition");
  }

  @Test
  void leaves_what_stands_in_a_transaction_to_another_rule() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int) PARTITION BY RANGE (id);
            CREATE TABLE rest PARTITION OF t DEFAULT;
            -- when
            ALTER TABLE t DETACH PARTITION t1 CONCURRENTLY;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void keeps_silent_without_a_default_partition() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- given
            CREATE TABLE t (id int) PARTITION BY RANGE (id);
            CREATE TABLE rest PARTITION OF t DEFAULT;
            DROP TABLE rest;
            -- when
            ALTER TABLE t DETACH PARTITION t1 CONCURRENTLY;
            ALTER TABLE unknown DETACH PARTITION t1 CONCURRENTLY;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new DetachConcurrentlyRefused(), migration);
  }
}
