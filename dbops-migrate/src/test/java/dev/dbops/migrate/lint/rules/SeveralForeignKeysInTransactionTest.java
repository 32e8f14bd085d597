package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeveralForeignKeysInTransactionTest {
  @Test
  void adds_up_the_statements_of_a_transaction_and_speaks_once() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE a ADD CONSTRAINT x FOREIGN KEY (b) REFERENCES b NOT VALID;
            ALTER TABLE a ADD CONSTRAINT y FOREIGN KEY (b) REFERENCES b NOT VALID;
            ALTER TABLE c ADD CONSTRAINT z FOREIGN KEY (b) REFERENCES "B b" NOT VALID;
            ALTER TABLE c ADD CONSTRAINT w FOREIGN KEY (d) REFERENCES d NOT VALID;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "The foreign keys of this transaction block writes to a, b, c and B b until it ends");
    assertThat(found.get(0).span().from().line()).isEqualTo(4);
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE c ADD CONSTRAINT z FOREIGN KEY (b) REFERENCES \"B b\" NOT VALID");
  }

  @Test
  void takes_the_keys_out_of_a_new_table() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE t (
              FOREIGN KEY (a) REFERENCES u,
              a int,
              b int CONSTRAINT "Fk" REFERENCES s.v ON DELETE CASCADE
            );
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "CREATE TABLE t (\n  \n  a int,\n  b int\n)",
            "ALTER TABLE t ADD CONSTRAINT \"Fk\" FOREIGN KEY (b) REFERENCES s.v ON DELETE CASCADE NOT VALID",
            "ALTER TABLE t VALIDATE CONSTRAINT \"Fk\"",
            "ALTER TABLE t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES u NOT VALID",
            "ALTER TABLE t VALIDATE CONSTRAINT t_a_fkey");
  }

  @Test
  void adds_the_keys_of_one_statement_one_by_one() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE t
              ADD CONSTRAINT a FOREIGN KEY (a) REFERENCES u NOT VALID,
              ADD CONSTRAINT b FOREIGN KEY (b) REFERENCES v NOT VALID;
            """);

    assertThat(found.get(0).span().from().line()).isEqualTo(4);
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE t ADD CONSTRAINT a FOREIGN KEY (a) REFERENCES u NOT VALID",
            "ALTER TABLE t ADD CONSTRAINT b FOREIGN KEY (b) REFERENCES v NOT VALID");
  }

  @Test
  void keeps_silent_about_one_key_new_tables_and_other_transactions() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            CREATE TABLE n (id int PRIMARY KEY, a int REFERENCES n, b int REFERENCES u);
            ALTER TABLE t ADD CONSTRAINT x FOREIGN KEY (a) REFERENCES u NOT VALID;
            ALTER TABLE t ADD CONSTRAINT y FOREIGN KEY (b) REFERENCES v NOT VALID;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void keeps_silent_where_all_keys_lock_the_same_tables() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE t (a int REFERENCES u, b int REFERENCES u);
            CREATE TABLE w (a int REFERENCES u);
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new SeveralForeignKeysInTransaction(), migration);
  }
}
