package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcurrentIndexCorruptsOn14Test {
  @Test
  void speaks_once_in_a_changeset() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- versions: 14-14
            -- when
            CREATE INDEX CONCURRENTLY i ON t (a);
            REINDEX INDEX CONCURRENTLY j;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "On 14.0 to 14.3 the index may lack rows that are updated while it is built");
  }

  @Test
  void keeps_silent_about_builds_under_a_lock() {
    List<Finding> found =
        findings(
            """
            -- versions: 14-14
            -- when
            CREATE INDEX i ON t (a);
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new ConcurrentIndexCorruptsOn14(), migration);
  }
}
