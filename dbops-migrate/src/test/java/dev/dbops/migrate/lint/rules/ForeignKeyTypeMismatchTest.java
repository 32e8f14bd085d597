package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignKeyTypeMismatchTest {
  @Test
  void compares_column_by_column() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE "U" (a bigserial, b varchar(10), PRIMARY KEY (a, b));
            CREATE TABLE t ("A" int, b text);
            -- when
            ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY ("A", b) REFERENCES "U" NOT VALID;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("t.\"A\" is integer, but \"U\".a is bigint");
  }

  @Test
  void keeps_silent_about_types_that_are_equal_or_not_known() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE u (a bigserial PRIMARY KEY, b varchar(10) UNIQUE);
            -- when
            CREATE TABLE t (a bigint REFERENCES u, b text REFERENCES u (b), c int REFERENCES unknown (id));
            ALTER TABLE unknown ADD FOREIGN KEY (x) REFERENCES u;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new ForeignKeyTypeMismatch(), migration);
  }
}
