package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotValidOnPartitionedTableTest {
  @Test
  void goes_through_the_partitions() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-17
            -- given
            CREATE TABLE c (id bigint PRIMARY KEY);
            CREATE TABLE s.t (a bigint) PARTITION BY LIST (a);
            CREATE TABLE s."T 1" PARTITION OF s.t FOR VALUES IN (1);
            -- when
            ALTER TABLE s.t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES c NOT VALID;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("The server refuses NOT VALID here: s.t is partitioned");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE s.\"T 1\" ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES c NOT VALID",
            "ALTER TABLE s.\"T 1\" VALIDATE CONSTRAINT fk",
            "ALTER TABLE s.t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES c");
  }

  @Test
  void keeps_silent_on_18_and_about_checks() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE c (id bigint PRIMARY KEY);
            CREATE TABLE t (a bigint) PARTITION BY LIST (a);
            -- when
            ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES c NOT VALID;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void keeps_silent_about_checks() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-17
            -- given
            CREATE TABLE t (a bigint) PARTITION BY LIST (a);
            -- when
            ALTER TABLE t ADD CONSTRAINT chk CHECK (a > 0) NOT VALID;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new NotValidOnPartitionedTable(), migration);
  }
}
