package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrimaryKeyUsingNullableIndexTest {
  @Test
  void names_the_columns_that_may_hold_null() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a bigint, b bigint NOT NULL, c bigint);
            CREATE UNIQUE INDEX i ON t (a, b, c);
            -- when
            ALTER TABLE t
              ADD COLUMN x int,
              ADD PRIMARY KEY USING INDEX i;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "The primary key blocks reads and writes of t while every row is searched for NULL in a, c");
    assertThat(found.get(0).span().from().line()).isEqualTo(7);
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE t ADD CONSTRAINT t_a_not_null NOT NULL a NOT VALID",
            "ALTER TABLE t VALIDATE CONSTRAINT t_a_not_null",
            "ALTER TABLE t ADD CONSTRAINT t_c_not_null NOT NULL c NOT VALID",
            "ALTER TABLE t VALIDATE CONSTRAINT t_c_not_null",
            "ALTER TABLE t ADD PRIMARY KEY USING INDEX i");
  }

  @Test
  void does_not_trust_a_check_before_12() {
    List<Finding> found =
        findings(
            """
            -- versions: 10-11
            -- given
            CREATE TABLE t (a bigint CHECK (a IS NOT NULL));
            CREATE UNIQUE INDEX i ON t (a);
            -- when
            ALTER TABLE t ADD PRIMARY KEY USING INDEX i;
            """);

    assertThat(found).singleElement().satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void keeps_silent_where_no_row_is_searched() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a bigint NOT NULL);
            CREATE UNIQUE INDEX i ON t (a);
            CREATE TABLE u (a bigint CHECK (a IS NOT NULL));
            CREATE UNIQUE INDEX j ON u (a);
            -- when
            ALTER TABLE t ADD PRIMARY KEY USING INDEX i;
            ALTER TABLE u ADD PRIMARY KEY USING INDEX j;
            ALTER TABLE unknown ADD PRIMARY KEY USING INDEX k;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new PrimaryKeyUsingNullableIndex(), migration);
  }
}
