package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddColumnForeignKeyBlocksReadsAndWritesTest {
  @Test
  void finds_even_default_null() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE t ADD COLUMN "A" int DEFAULT NULL CONSTRAINT "Fk" REFERENCES s.u (id) ON DELETE SET NULL;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "The foreign key of the new column \"A\" blocks reads and writes of t while every row is looked up");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE t ADD COLUMN \"A\" int DEFAULT NULL",
            "ALTER TABLE t ADD CONSTRAINT \"Fk\" FOREIGN KEY (\"A\") REFERENCES s.u (id) ON DELETE SET NULL NOT VALID",
            "ALTER TABLE t VALIDATE CONSTRAINT \"Fk\"");
  }

  @Test
  void finds_it_where_the_referenced_table_is_new() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE u (id int PRIMARY KEY);
            INSERT INTO u VALUES (1);
            ALTER TABLE t ADD COLUMN a int DEFAULT 1 REFERENCES u;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_where_no_row_is_looked_up() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE t ADD COLUMN a int REFERENCES u;
            ALTER TABLE t ADD COLUMN b int DEFAULT 1 REFERENCES u NOT ENFORCED;
            CREATE TABLE n (a int);
            ALTER TABLE n ADD COLUMN b int DEFAULT 1 REFERENCES u;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new AddColumnForeignKeyBlocksReadsAndWrites(), migration);
  }
}
