package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddColumnCheckBlocksReadsAndWritesTest {
  @Test
  void adds_each_constraint_by_its_own_form() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE IF EXISTS "T"
              ADD COLUMN a int,
              ADD COLUMN IF NOT EXISTS "B" int NOT NULL DEFAULT 0 CHECK ("B" >= 0) UNIQUE REFERENCES u,
              ADD COLUMN c int;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "The check of the new column \"B\" blocks reads and writes of \"T\" while every row is checked");
    assertThat(found.get(0).span().from().line()).isEqualTo(4);
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE IF EXISTS \"T\" ADD COLUMN IF NOT EXISTS \"B\" int NOT NULL DEFAULT 0",
            "ALTER TABLE IF EXISTS \"T\" ADD CONSTRAINT \"T_B_check\" CHECK (\"B\" >= 0) NOT VALID",
            "ALTER TABLE IF EXISTS \"T\" VALIDATE CONSTRAINT \"T_B_check\"",
            "CREATE UNIQUE INDEX CONCURRENTLY \"T_B_key\" ON \"T\" (\"B\")",
            "ALTER TABLE IF EXISTS \"T\" ADD CONSTRAINT \"T_B_key\" UNIQUE USING INDEX \"T_B_key\"",
            "ALTER TABLE IF EXISTS \"T\" ADD CONSTRAINT \"T_B_fkey\" FOREIGN KEY (\"B\") REFERENCES u NOT VALID",
            "ALTER TABLE IF EXISTS \"T\" VALIDATE CONSTRAINT \"T_B_fkey\"");
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN ALTER TABLE s.t ADD COLUMN a int CHECK (a > 0); END $$;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_where_no_row_is_checked() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a int);
            -- when
            ALTER TABLE t ADD COLUMN b int CHECK (b > 0) NOT ENFORCED;
            ALTER TABLE t ADD COLUMN IF NOT EXISTS a int CHECK (a > 0);
            CREATE TABLE n (a int);
            ALTER TABLE n ADD COLUMN b int CHECK (b > 0);
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new AddColumnCheckBlocksReadsAndWrites(), migration);
  }
}
