package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcludeConstraintBlocksReadsAndWritesTest {
  @Test
  void finds_it_with_and_without_a_name() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE "Räume" ADD CONSTRAINT apart EXCLUDE USING gist (during WITH &&), ADD EXCLUDE (a WITH =);
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Adding apart blocks reads and writes of \"Räume\" while its index is built",
            "Adding an exclusion constraint blocks reads and writes of \"Räume\" while its index is built");
    assertThat(found).allSatisfy(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void keeps_silent_about_new_tables() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE t (a int);
            ALTER TABLE t ADD EXCLUDE (a WITH =);
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new ExcludeConstraintBlocksReadsAndWrites(), migration);
  }
}
