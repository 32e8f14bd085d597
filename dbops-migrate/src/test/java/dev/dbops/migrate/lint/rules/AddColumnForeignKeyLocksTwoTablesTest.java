package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddColumnForeignKeyLocksTwoTablesTest {
  @Test
  void points_to_the_column() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE s.t
              ADD COLUMN x int,
              ADD COLUMN a int REFERENCES "U";
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "The new column a blocks reads and writes of s.t while it waits for a lock on \"U\"");
    assertThat(found.get(0).span().from().line()).isEqualTo(4);
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE s.t ADD COLUMN a int",
            "ALTER TABLE s.t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES \"U\" NOT VALID",
            "ALTER TABLE s.t VALIDATE CONSTRAINT t_a_fkey");
  }

  @Test
  void finds_keys_that_are_not_enforced() {
    List<Finding> found =
        findings(
            """
            -- versions: 18-18
            -- when
            ALTER TABLE t ADD COLUMN a int DEFAULT 1 REFERENCES u NOT ENFORCED;
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE t ADD COLUMN a int DEFAULT 1",
            "ALTER TABLE t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES u NOT ENFORCED");
  }

  @Test
  void names_the_key_of_a_column_that_is_there_already() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int, a int);
            -- when
            ALTER TABLE t ADD COLUMN a int REFERENCES u;
            """);

    assertThat(ExampleLint.fix(found.get(0)).toString()).contains("t_a_fkey");
  }

  @Test
  void keeps_silent_where_one_table_is_locked() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE n (id int PRIMARY KEY);
            ALTER TABLE t ADD COLUMN a int REFERENCES n;
            ALTER TABLE n ADD COLUMN a int REFERENCES t;
            ALTER TABLE t ADD COLUMN b int REFERENCES t;
            ALTER TABLE t ADD COLUMN c int DEFAULT 1 REFERENCES u;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new AddColumnForeignKeyLocksTwoTables(), migration);
  }
}
