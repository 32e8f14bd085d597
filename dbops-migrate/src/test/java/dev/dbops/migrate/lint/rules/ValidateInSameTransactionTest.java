package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidateInSameTransactionTest {
  @Test
  void names_whom_a_foreign_key_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE s."T" ADD CONSTRAINT "Fk" FOREIGN KEY (a) REFERENCES u NOT VALID;
            SELECT 1;
            ALTER TABLE s."T" VALIDATE CONSTRAINT "Fk";
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Until \"Fk\" is validated, the transaction that added it blocks writes to s.\"T\"");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE s.\"T\" ADD CONSTRAINT \"Fk\" FOREIGN KEY (a) REFERENCES u NOT VALID",
            "ALTER TABLE s.\"T\" VALIDATE CONSTRAINT \"Fk\"");
  }

  @Test
  void knows_the_name_that_the_server_chooses() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a int);
            -- when
            ALTER TABLE t ADD CHECK (a > 0) NOT VALID;
            ALTER TABLE t VALIDATE CONSTRAINT t_a_check;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Until t_a_check is validated, the transaction that added it blocks reads and writes of t");
  }

  @Test
  void finds_both_in_one_statement() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE t
              ADD CONSTRAINT c CHECK (a > 0) NOT VALID,
              VALIDATE CONSTRAINT c;
            """);

    assertThat(found.get(0).span().from().line()).isEqualTo(4);
  }

  @Test
  void sees_begin_and_commit() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            ALTER TABLE t ADD CONSTRAINT a CHECK (a > 0) NOT VALID;
            BEGIN;
            ALTER TABLE t VALIDATE CONSTRAINT a;
            ALTER TABLE t ADD CONSTRAINT b CHECK (b > 0) NOT VALID;
            ALTER TABLE t VALIDATE CONSTRAINT b;
            COMMIT;
            """);

    assertThat(found).extracting(each -> each.span().from().line()).containsExactly(7);
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN
              ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
              ALTER TABLE t VALIDATE CONSTRAINT c;
            END $$;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_about_new_tables_and_older_constraints() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE old (a int);
            ALTER TABLE old ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
            -- when
            CREATE TABLE t (a int);
            ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
            ALTER TABLE t VALIDATE CONSTRAINT c;
            ALTER TABLE old VALIDATE CONSTRAINT c;
            ALTER TABLE unknown VALIDATE CONSTRAINT c;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new ValidateInSameTransaction(), migration);
  }
}
