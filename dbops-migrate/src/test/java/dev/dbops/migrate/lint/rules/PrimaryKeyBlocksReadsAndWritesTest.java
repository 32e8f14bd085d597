package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrimaryKeyBlocksReadsAndWritesTest {
  @Test
  void makes_nullable_columns_not_null_first() {
    List<Finding> found =
        findings(
            """
            -- versions: 12-17
            -- given
            CREATE TABLE t (a bigint NOT NULL, "B" bigint);
            -- when
            ALTER TABLE t ADD PRIMARY KEY (a, "B");
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Adding a primary key blocks reads and writes of t while its index is built, and every row is searched for NULL");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE t ADD CONSTRAINT \"t_B_not_null\" CHECK (\"B\" IS NOT NULL) NOT VALID",
            "ALTER TABLE t VALIDATE CONSTRAINT \"t_B_not_null\"",
            "ALTER TABLE t ALTER COLUMN \"B\" SET NOT NULL",
            "ALTER TABLE t DROP CONSTRAINT \"t_B_not_null\"",
            "CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON t (a, \"B\")",
            "ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey");
  }

  @Test
  void demands_not_null_without_a_check_on_18() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a bigint);
            -- when
            ALTER TABLE t ADD PRIMARY KEY (a);
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE t ADD CONSTRAINT t_a_not_null NOT NULL a NOT VALID",
            "ALTER TABLE t VALIDATE CONSTRAINT t_a_not_null",
            "CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON t (a)",
            "ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey");
  }

  @Test
  void trusts_a_validated_check() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a bigint CONSTRAINT filled CHECK (a IS NOT NULL));
            -- when
            ALTER TABLE t ADD PRIMARY KEY (a);
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Adding a primary key blocks reads and writes of t while its index is built");
  }

  @Test
  void knows_no_other_form_for_nullable_columns_before_12() {
    List<Finding> found =
        findings(
            """
            -- versions: 10-11
            -- given
            CREATE TABLE t (a bigint);
            -- when
            ALTER TABLE t ADD PRIMARY KEY (a);
            """);

    assertThat(found).singleElement().satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void takes_the_columns_of_unknown_tables_for_not_null() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE "Ö".t ADD PRIMARY KEY (a);
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON \"Ö\".t (a)",
            "ALTER TABLE \"Ö\".t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey");
  }

  @Test
  void swaps_keys_when_the_index_of_the_new_one_is_there() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a bigint PRIMARY KEY, b bigint NOT NULL);
            -- when
            ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE;
            ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (a, b);
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "CREATE UNIQUE INDEX CONCURRENTLY t_pkey_new ON t (a, b)",
            "ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE, ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey_new");
  }

  @Test
  void swaps_keys_of_unknown_tables_by_their_usual_name() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE s.t DROP CONSTRAINT t_fkey, DROP CONSTRAINT t_pkey, ADD PRIMARY KEY (a, b);
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "CREATE UNIQUE INDEX CONCURRENTLY t_pkey_new ON s.t (a, b)",
            "ALTER TABLE s.t DROP CONSTRAINT t_pkey, ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey_new");
  }

  @Test
  void knows_no_other_form_for_a_key_that_is_replaced_on_a_partitioned_table() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE p (a bigint PRIMARY KEY, b bigint NOT NULL) PARTITION BY RANGE (a);
            CREATE TABLE p1 PARTITION OF p DEFAULT;
            -- when
            ALTER TABLE p DROP CONSTRAINT p_pkey, ADD PRIMARY KEY (a, b);
            """);

    assertThat(found).singleElement().satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void keeps_silent_where_no_index_is_built() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE t ADD PRIMARY KEY USING INDEX i;
            CREATE TABLE n (a int);
            ALTER TABLE n ADD PRIMARY KEY (a);
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new PrimaryKeyBlocksReadsAndWrites(), migration);
  }
}
