package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddColumnUniqueBlocksReadsAndWritesTest {
  @Test
  void builds_the_index_concurrently() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE "Übung".t ADD a text COLLATE "C" UNIQUE DEFERRABLE;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "The key of the new column a blocks reads and writes of \"Übung\".t while its index is built");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE \"Übung\".t ADD a text COLLATE \"C\"",
            "CREATE UNIQUE INDEX CONCURRENTLY t_a_key ON \"Übung\".t (a)",
            "ALTER TABLE \"Übung\".t ADD CONSTRAINT t_a_key UNIQUE USING INDEX t_a_key DEFERRABLE");
  }

  @Test
  void knows_no_steps_for_a_primary_key() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE t ADD COLUMN id int DEFAULT 1 PRIMARY KEY;
            """);

    assertThat(found).singleElement().satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void keeps_silent_about_new_tables() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE t (a int);
            ALTER TABLE t ADD COLUMN b int UNIQUE;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new AddColumnUniqueBlocksReadsAndWrites(), migration);
  }
}
