package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class VacuumFullBlocksReadsAndWritesTest {
  @Test
  void splices_tables_and_columns_as_they_are_written() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            VACUUM (FULL, VERBOSE, ANALYZE) s."Städte" (a, b), t;
            VACUUM FULL t;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "VACUUM FULL blocks reads and writes of s.\"Städte\" and t until it is written anew",
            "VACUUM FULL blocks reads and writes of t until it is written anew");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly("VACUUM (ANALYZE) s.\"Städte\" (a, b), t");
    assertThat(ExampleLint.fix(found.get(1))).containsExactly("VACUUM t");
  }

  @Test
  void finds_the_vacuum_of_all_tables() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            VACUUM FULL;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "VACUUM FULL blocks reads and writes of one table after the other until it is written anew");
    assertThat(ExampleLint.fix(found.get(0))).containsExactly("VACUUM");
  }

  @Test
  void leaves_what_the_server_refuses_to_another_rule() {
    List<Finding> found =
        findings(
            """
            -- when
            VACUUM FULL t;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void keeps_silent_where_nothing_is_written_anew() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            CREATE TABLE n (id int);
            VACUUM FULL n;
            VACUUM (FULL false) t;
            VACUUM ANALYZE t;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new VacuumFullBlocksReadsAndWrites(), migration);
  }
}
