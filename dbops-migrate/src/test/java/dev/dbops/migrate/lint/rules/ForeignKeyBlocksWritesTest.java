package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignKeyBlocksWritesTest {
  @Test
  void names_each_of_two_keys_without_names() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a bigint);
            -- when
            ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES x, ADD FOREIGN KEY (a) REFERENCES y;
            """);

    assertThat(found)
        .flatExtracting(ExampleLint::fix)
        .containsExactly(
            "ALTER TABLE t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES x NOT VALID",
            "ALTER TABLE t VALIDATE CONSTRAINT t_a_fkey",
            "ALTER TABLE t ADD CONSTRAINT t_a_fkey1 FOREIGN KEY (a) REFERENCES y NOT VALID",
            "ALTER TABLE t VALIDATE CONSTRAINT t_a_fkey1");
  }

  @Test
  void takes_the_name_that_the_server_would_choose() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE "Shop"."Orders" ADD FOREIGN KEY (a, "B") REFERENCES "Çities" ON DELETE CASCADE;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Adding a foreign key blocks writes to \"Shop\".\"Orders\" and \"Çities\" while every row is checked");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE \"Shop\".\"Orders\" ADD CONSTRAINT \"Orders_a_B_fkey\" FOREIGN KEY (a, \"B\") REFERENCES \"Çities\" ON DELETE CASCADE NOT VALID",
            "ALTER TABLE \"Shop\".\"Orders\" VALIDATE CONSTRAINT \"Orders_a_B_fkey\"");
  }

  @Test
  void points_to_each_key_of_one_statement() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE t
              ADD COLUMN x int,
              ADD CONSTRAINT a FOREIGN KEY (a) REFERENCES u (id),
              ADD CONSTRAINT b FOREIGN KEY (b) REFERENCES u (id);
            """);

    assertThat(found).extracting(each -> each.span().from().line()).containsExactly(4, 5);
  }

  @Test
  void names_one_table_where_the_other_is_new_or_the_same() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE u (id int PRIMARY KEY);
            ALTER TABLE t ADD CONSTRAINT a FOREIGN KEY (a) REFERENCES u;
            ALTER TABLE t ADD CONSTRAINT b FOREIGN KEY (b) REFERENCES t;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Adding a blocks writes to t while every row is checked",
            "Adding b blocks writes to t while every row is checked");
  }

  @Test
  void goes_through_the_partitions_before_18() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-17
            -- given
            CREATE TABLE c (id bigint PRIMARY KEY);
            CREATE TABLE t (a bigint) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1) PARTITION BY LIST (a);
            CREATE TABLE t11 PARTITION OF t1 FOR VALUES IN (1);
            -- when
            ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES c;
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE t11 ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES c NOT VALID",
            "ALTER TABLE t11 VALIDATE CONSTRAINT t_a_fkey",
            "ALTER TABLE t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES c");
  }

  @Test
  void keeps_silent_where_the_partitions_have_the_key() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-17
            -- given
            CREATE TABLE c (id bigint PRIMARY KEY);
            CREATE TABLE t (a bigint) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            ALTER TABLE t1 ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES c;
            -- when
            ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES c;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void does_not_trust_a_key_of_a_partition_that_is_not_validated() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-17
            -- given
            CREATE TABLE c (id bigint PRIMARY KEY);
            CREATE TABLE t (a bigint) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            ALTER TABLE t1 ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES c NOT VALID;
            -- when
            ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES c;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u; END $$;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_where_no_row_is_checked() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE t ADD CONSTRAINT a FOREIGN KEY (a) REFERENCES u NOT VALID;
            ALTER TABLE t ADD CONSTRAINT b FOREIGN KEY (b) REFERENCES u NOT ENFORCED;
            CREATE TABLE n (a int);
            ALTER TABLE n ADD FOREIGN KEY (a) REFERENCES u;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new ForeignKeyBlocksWrites(), migration);
  }
}
