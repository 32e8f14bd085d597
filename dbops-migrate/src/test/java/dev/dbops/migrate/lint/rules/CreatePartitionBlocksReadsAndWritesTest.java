package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreatePartitionBlocksReadsAndWritesTest {
  @Test
  void creates_a_table_by_itself_and_attaches_it() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE s.t (id int, "Größe" int) PARTITION BY RANGE ("Größe");
            CREATE TABLE s."Rest" PARTITION OF s.t DEFAULT;
            -- when
            CREATE UNLOGGED TABLE s."T1" PARTITION OF s.t FOR VALUES FROM (1) TO (5) PARTITION BY LIST (id);
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Creating s.\"T1\" blocks reads and writes of all of s.t while the rows of Rest are read");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE s.\"Rest\" ADD CONSTRAINT \"Rest_Größe_bound\" CHECK (NOT (\"Größe\" IS NOT NULL AND \"Größe\" >= 1 AND \"Größe\" < 5)) NOT VALID",
            "ALTER TABLE s.\"Rest\" VALIDATE CONSTRAINT \"Rest_Größe_bound\"",
            "CREATE UNLOGGED TABLE s.\"T1\" (LIKE s.t INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS INCLUDING INDEXES INCLUDING STORAGE, CONSTRAINT \"T1_Größe_bound\" CHECK (\"Größe\" IS NOT NULL AND \"Größe\" >= 1 AND \"Größe\" < 5)) PARTITION BY LIST (id)",
            "ALTER TABLE s.t ATTACH PARTITION s.\"T1\" FOR VALUES FROM (1) TO (5)",
            "ALTER TABLE s.\"T1\" DROP CONSTRAINT \"T1_Größe_bound\"",
            "ALTER TABLE s.\"Rest\" DROP CONSTRAINT \"Rest_Größe_bound\"");
  }

  @Test
  void has_no_fix_where_the_partition_differs_or_more_is_locked() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE u (id int PRIMARY KEY);
            CREATE TABLE t (id int) PARTITION BY RANGE (id);
            CREATE TABLE r (id int REFERENCES u) PARTITION BY RANGE (id);
            CREATE TABLE h (id int) PARTITION BY HASH (id);
            -- when
            CREATE TABLE t1 PARTITION OF t (id DEFAULT 5) FOR VALUES FROM (1) TO (2);
            CREATE TABLE IF NOT EXISTS t2 PARTITION OF t FOR VALUES FROM (2) TO (3);
            CREATE TABLE t3 PARTITION OF t DEFAULT;
            CREATE TABLE r1 PARTITION OF r FOR VALUES FROM (1) TO (2);
            CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE x1 PARTITION OF unknown FOR VALUES FROM (1) TO (2);
            """);

    assertThat(found).hasSize(6).allMatch(each -> each.fix().isEmpty());
  }

  @Test
  void has_no_weaker_form_before_12() {
    List<Finding> found =
        findings(
            """
            -- versions: 10-11
            -- given
            CREATE TABLE t (id int) PARTITION BY RANGE (id);
            -- when
            DO $$ BEGIN CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (2); END $$;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Creating t1 blocks reads and writes of all of t meanwhile");
    assertThat(found.get(0).fix()).isEmpty();
  }

  @Test
  void keeps_silent_where_nothing_is_locked() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int) PARTITION BY RANGE (id);
            CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (2);
            -- when
            CREATE TABLE n (id int) PARTITION BY RANGE (id);
            CREATE TABLE n1 PARTITION OF n FOR VALUES FROM (1) TO (2);
            CREATE TABLE IF NOT EXISTS t1 PARTITION OF t FOR VALUES FROM (1) TO (2);
            CREATE FUNCTION next() RETURNS void LANGUAGE plpgsql AS $$
              BEGIN CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (2) TO (3); END $$;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new CreatePartitionBlocksReadsAndWrites(), migration);
  }
}
