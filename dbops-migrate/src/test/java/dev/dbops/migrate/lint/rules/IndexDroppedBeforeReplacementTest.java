package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexDroppedBeforeReplacementTest {
  @Test
  void builds_under_another_name_where_the_names_are_the_same() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            DROP INDEX CONCURRENTLY s."I";
            CREATE INDEX CONCURRENTLY "I" ON s.t (a, b);
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Queries that need s.\"I\" have no index until its replacement on s.t is built");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "CREATE INDEX CONCURRENTLY \"I_new\" ON s.t (a, b)",
            "DROP INDEX CONCURRENTLY s.\"I\"",
            "ALTER INDEX s.\"I_new\" RENAME TO \"I\"");
  }

  @Test
  void recognises_a_replacement_by_its_first_column() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- given
            CREATE TABLE t (a int, b int);
            CREATE INDEX i ON t (a);
            -- when
            DROP INDEX CONCURRENTLY i;
            SELECT 1;
            CREATE INDEX CONCURRENTLY j ON t (a, b);
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly("CREATE INDEX CONCURRENTLY j ON t (a, b)", "DROP INDEX CONCURRENTLY i");
  }

  @Test
  void keeps_silent_about_another_index() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- given
            CREATE TABLE t (a int, b int);
            CREATE TABLE u (a int);
            CREATE INDEX i ON t (a);
            -- when
            DROP INDEX CONCURRENTLY i;
            CREATE INDEX CONCURRENTLY j ON t (b);
            CREATE INDEX CONCURRENTLY k ON u (a);
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void keeps_silent_within_one_transaction() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a int);
            CREATE INDEX i ON t (a);
            -- when
            DROP INDEX i;
            CREATE INDEX i ON t (a);
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void keeps_silent_about_the_leftover_of_a_failed_build() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            DROP INDEX CONCURRENTLY IF EXISTS i;
            CREATE INDEX CONCURRENTLY i ON t (a);
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new IndexDroppedBeforeReplacement(), migration);
  }
}
