package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttachPartitionBlocksReadsAndWritesTest {
  @Test
  void checks_the_new_and_the_default_partition_first() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE s.t (id int, "Größe" int) PARTITION BY RANGE ("Größe");
            CREATE TABLE s."Rest" PARTITION OF s.t DEFAULT;
            CREATE TABLE s."T1" (id int, "Größe" int);
            -- when
            ALTER TABLE s.t ATTACH PARTITION s."T1" FOR VALUES FROM (-5) TO (MAXVALUE);
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Attaching s.\"T1\" blocks reads and writes of T1 and Rest while their rows are checked");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE s.\"T1\" ADD CONSTRAINT \"T1_Größe_bound\" CHECK (\"Größe\" IS NOT NULL AND \"Größe\" >= -5) NOT VALID",
            "ALTER TABLE s.\"T1\" VALIDATE CONSTRAINT \"T1_Größe_bound\"",
            "ALTER TABLE s.\"Rest\" ADD CONSTRAINT \"Rest_Größe_bound\" CHECK (NOT (\"Größe\" IS NOT NULL AND \"Größe\" >= -5)) NOT VALID",
            "ALTER TABLE s.\"Rest\" VALIDATE CONSTRAINT \"Rest_Größe_bound\"",
            "ALTER TABLE s.t ATTACH PARTITION s.\"T1\" FOR VALUES FROM (-5) TO (MAXVALUE)",
            "ALTER TABLE s.\"T1\" DROP CONSTRAINT \"T1_Größe_bound\"",
            "ALTER TABLE s.\"Rest\" DROP CONSTRAINT \"Rest_Größe_bound\"");
  }

  @Test
  void splices_lists_as_they_are_written() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (k text) PARTITION BY LIST (k);
            CREATE TABLE t1 (k text);
            CREATE TABLE t2 (k text);
            CREATE TABLE t3 (k text);
            -- when
            ALTER TABLE t ATTACH PARTITION t1 FOR VALUES IN ('a, b', 'c)');
            ALTER TABLE t ATTACH PARTITION t2 FOR VALUES IN ('d', NULL);
            ALTER TABLE t ATTACH PARTITION t3 FOR VALUES IN (NULL);
            """);

    assertThat(found)
        .extracting(each -> ExampleLint.fix(each).get(0))
        .containsExactly(
            "ALTER TABLE t1 ADD CONSTRAINT t1_k_bound"
                + " CHECK (k IS NOT NULL AND k IN ('a, b', 'c)')) NOT VALID",
            "ALTER TABLE t2 ADD CONSTRAINT t2_k_bound"
                + " CHECK ((k IS NULL OR k IN ('d'))) NOT VALID",
            "ALTER TABLE t3 ADD CONSTRAINT t3_k_bound CHECK (k IS NULL) NOT VALID");
  }

  @Test
  void trusts_validated_checks_in_other_words_and_order() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int) PARTITION BY RANGE (id);
            CREATE TABLE t1 (id int NOT NULL CHECK (id < 20), CHECK (id > 0 AND ID >= 10));
            CREATE TABLE t2 (id int, CHECK (id IS NOT NULL), CHECK (id BETWEEN 20 AND 25), CHECK (id < 30));
            -- when
            ALTER TABLE t ATTACH PARTITION t1 FOR VALUES FROM (10) TO (20);
            ALTER TABLE t ATTACH PARTITION t2 FOR VALUES FROM (20) TO (30);
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void does_not_trust_other_checks() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int) PARTITION BY RANGE (id);
            CREATE TABLE nullable (id int, CHECK (id >= 10 AND id < 20));
            CREATE TABLE wider (id int NOT NULL, CHECK (id >= 20 AND id < 40));
            CREATE TABLE unchecked (id int NOT NULL);
            ALTER TABLE unchecked ADD CHECK (id >= 30 AND id < 40) NOT VALID;
            CREATE TABLE other_column (id int NOT NULL, x int, CHECK (x >= 40 AND x < 50));
            -- when
            ALTER TABLE t ATTACH PARTITION nullable FOR VALUES FROM (10) TO (20);
            ALTER TABLE t ATTACH PARTITION wider FOR VALUES FROM (20) TO (30);
            ALTER TABLE t ATTACH PARTITION unchecked FOR VALUES FROM (30) TO (40);
            ALTER TABLE t ATTACH PARTITION other_column FOR VALUES FROM (40) TO (50);
            """);

    assertThat(found).hasSize(4);
  }

  @Test
  void has_no_fix_where_it_would_take_time_all_the_same() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE u (id int PRIMARY KEY);
            CREATE TABLE indexed (id int PRIMARY KEY) PARTITION BY RANGE (id);
            CREATE TABLE referring (id int REFERENCES u) PARTITION BY RANGE (id);
            CREATE TABLE two (a int, b int) PARTITION BY RANGE (a, b);
            CREATE TABLE hashed (id int) PARTITION BY HASH (id);
            CREATE TABLE t1 (id int);
            CREATE TABLE t2 (id int);
            CREATE TABLE t3 (a int, b int);
            CREATE TABLE t4 (id int);
            -- when
            ALTER TABLE indexed ATTACH PARTITION t1 FOR VALUES FROM (1) TO (2);
            ALTER TABLE referring ATTACH PARTITION t2 FOR VALUES FROM (1) TO (2);
            ALTER TABLE two ATTACH PARTITION t3 FOR VALUES FROM (1, 1) TO (2, 2);
            ALTER TABLE hashed ATTACH PARTITION t4 FOR VALUES WITH (MODULUS 4, REMAINDER 0);
            ALTER TABLE unknown ATTACH PARTITION t4 FOR VALUES FROM (1) TO (2);
            """);

    assertThat(found).hasSize(5).allMatch(each -> each.fix().isEmpty());
  }

  @Test
  void tells_of_indexes_that_are_built() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id);
            CREATE TABLE t1 (id int NOT NULL CHECK (id >= 1 AND id < 2));
            -- when
            ALTER TABLE t ATTACH PARTITION t1 FOR VALUES FROM (1) TO (2);
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Attaching t1 blocks reads and writes of t1 while its indexes are built");
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN ALTER TABLE t ATTACH PARTITION t1 FOR VALUES IN (1); END $$;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_on_new_tables() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int) PARTITION BY RANGE (id);
            -- when
            CREATE TABLE t1 (id int);
            ALTER TABLE t ATTACH PARTITION t1 FOR VALUES FROM (1) TO (2);
            CREATE TABLE n (id int) PARTITION BY RANGE (id);
            CREATE TABLE n1 (id int);
            ALTER TABLE n ATTACH PARTITION n1 FOR VALUES FROM (1) TO (2);
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new AttachPartitionBlocksReadsAndWrites(), migration);
  }
}
