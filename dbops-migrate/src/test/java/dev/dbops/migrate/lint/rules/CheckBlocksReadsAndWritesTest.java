package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.online.OnlineStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckBlocksReadsAndWritesTest {
  @Test
  void leaves_a_new_column_that_takes_time_to_its_own_form() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE t ADD CONSTRAINT c CHECK (z <> w),
              ADD COLUMN z uuid DEFAULT gen_random_uuid(), ADD COLUMN w uuid, ADD COLUMN v uuid;
            """);

    assertThat(found)
        .flatExtracting(each -> each.fix().orElseThrow().steps())
        .extracting(OnlineStep::sql, OnlineStep::execution)
        .startsWith(
            tuple(
                "ALTER TABLE t ADD COLUMN z uuid DEFAULT gen_random_uuid()",
                OnlineStep.Execution.BY_HAND),
            tuple("ALTER TABLE t ADD COLUMN w uuid", OnlineStep.Execution.OWN_TRANSACTION),
            tuple(
                "ALTER TABLE t ADD CONSTRAINT c CHECK (z <> w) NOT VALID",
                OnlineStep.Execution.OWN_TRANSACTION));
  }

  @Test
  void points_to_the_third_sub_command_of_five() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE ONLY "Shop"."Orders"
              ALTER COLUMN a SET DEFAULT 1,
              ADD COLUMN b int,
              ADD CHECK (a > 0),
              ALTER COLUMN c DROP DEFAULT,
              ADD COLUMN d int;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Adding a check blocks reads and writes of \"Shop\".\"Orders\" while every row is checked");
    assertThat(found.get(0).span().from().line()).isEqualTo(5);
    assertThat(found.get(0).span().text()).isEqualTo("ADD CHECK (a > 0)");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE ONLY \"Shop\".\"Orders\" ADD CONSTRAINT \"Orders_a_check\" CHECK (a > 0) NOT VALID",
            "ALTER TABLE ONLY \"Shop\".\"Orders\" VALIDATE CONSTRAINT \"Orders_a_check\"");
  }

  @Test
  void takes_the_name_that_the_server_would_choose() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a int, CONSTRAINT t_a_check CHECK (a < 9));
            -- when
            ALTER TABLE t ADD CHECK (a > 0) NO INHERIT;
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE t ADD CONSTRAINT t_a_check1 CHECK (a > 0) NO INHERIT NOT VALID",
            "ALTER TABLE t VALIDATE CONSTRAINT t_a_check1");
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN ALTER TABLE t ADD CONSTRAINT "Über Null" CHECK (a > 0); END $$;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Adding \"Über Null\" blocks reads and writes of t while every row is checked");
  }

  @Test
  void keeps_silent_about_new_and_temporary_tables() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE t (a int);
            ALTER TABLE t ADD CHECK (a > 0);
            CREATE TEMP TABLE u (a int);
            ALTER TABLE u ADD CHECK (a > 0);
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void keeps_silent_where_no_row_is_checked() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
            ALTER TABLE t ADD CONSTRAINT d CHECK (a > 0) NOT ENFORCED;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new CheckBlocksReadsAndWrites(), migration);
  }
}
