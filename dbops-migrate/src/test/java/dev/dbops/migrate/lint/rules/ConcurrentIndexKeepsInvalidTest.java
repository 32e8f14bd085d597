package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcurrentIndexKeepsInvalidTest {
  @Test
  void drops_the_leftover_first() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "Ünique" ON s."T" (a) INCLUDE (b);
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "If a build of \"Ünique\" failed before, IF NOT EXISTS keeps its invalid leftover");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "DROP INDEX CONCURRENTLY IF EXISTS s.\"Ünique\"",
            "CREATE UNIQUE INDEX CONCURRENTLY \"Ünique\" ON s.\"T\" (a) INCLUDE (b)");
  }

  @Test
  void keeps_silent_about_new_tables_and_other_forms() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            CREATE TABLE t (a int);
            CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);
            CREATE INDEX CONCURRENTLY j ON u (a);
            CREATE INDEX IF NOT EXISTS k ON u (a);
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new ConcurrentIndexKeepsInvalid(), migration);
  }
}
