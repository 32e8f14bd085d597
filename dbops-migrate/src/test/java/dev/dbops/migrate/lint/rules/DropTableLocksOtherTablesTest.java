package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropTableLocksOtherTablesTest {
  @Test
  void drops_the_keys_one_by_one_first() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE "Städte" (id int PRIMARY KEY);
            CREATE TABLE s.u (id int PRIMARY KEY);
            CREATE TABLE v (id int PRIMARY KEY);
            CREATE TABLE s."T" (id int PRIMARY KEY, a int REFERENCES "Städte", b int CONSTRAINT "Fk" REFERENCES s.u);
            ALTER TABLE v ADD CONSTRAINT fk_v FOREIGN KEY (id) REFERENCES s."T";
            -- when
            DROP TABLE s."T" CASCADE;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping s.\"T\" blocks reads and writes of Städte, u and v");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE s.\"T\" DROP CONSTRAINT \"T_a_fkey\"",
            "ALTER TABLE s.\"T\" DROP CONSTRAINT \"Fk\"",
            "ALTER TABLE public.v DROP CONSTRAINT fk_v",
            "DROP TABLE s.\"T\" CASCADE");
  }

  @Test
  void has_no_weaker_form_for_one_key() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE u (id int PRIMARY KEY);
            CREATE TABLE t (id int PRIMARY KEY REFERENCES u, a int REFERENCES t);
            -- when
            DROP TABLE t;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping t blocks reads and writes of u");
    assertThat(found.get(0).fix()).isEmpty();
  }

  @Test
  void detaches_a_partition_first() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE u (id int PRIMARY KEY);
            CREATE TABLE s.t (a int) PARTITION BY LIST (a);
            CREATE TABLE s.t1 PARTITION OF s.t FOR VALUES IN (1);
            -- when
            DROP TABLE s.t1;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping s.t1 blocks reads and writes of t");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly("ALTER TABLE s.t DETACH PARTITION s.t1 CONCURRENTLY", "DROP TABLE s.t1");
  }

  @Test
  void does_not_detach_a_partition_that_would_get_foreign_keys_of_its_own() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE u (id int PRIMARY KEY);
            CREATE TABLE t (a int REFERENCES u) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            -- when
            DROP TABLE t1;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping t1 blocks reads and writes of t");
    assertThat(found.get(0).fix()).isEmpty();
  }

  @Test
  void does_not_detach_concurrently_from_a_table_with_a_default_partition() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            CREATE TABLE rest PARTITION OF t DEFAULT;
            -- when
            DROP TABLE t1;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping t1 blocks reads and writes of t and rest");
    assertThat(found.get(0).fix()).isEmpty();
  }

  @Test
  void does_not_detach_concurrently_before_14() {
    List<Finding> found =
        findings(
            """
            -- versions: 11-13
            -- given
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            -- when
            DROP TABLE t1;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping t1 blocks reads and writes of t");
    assertThat(found.get(0).fix()).isEmpty();
  }

  @Test
  void finds_tables_tied_to_a_schema() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE u (id int PRIMARY KEY);
            CREATE TABLE s.t (a int REFERENCES u);
            -- when
            DROP SCHEMA s CASCADE;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping s blocks reads and writes of u");
  }

  @Test
  void keeps_silent_where_no_other_table_is_locked() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE u (id int PRIMARY KEY);
            CREATE TABLE t (a int REFERENCES u);
            CREATE TABLE p (a int) PARTITION BY LIST (a);
            CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
            CREATE TABLE alone (id int REFERENCES alone (id), a int UNIQUE);
            CREATE MATERIALIZED VIEW m AS SELECT id FROM alone;
            -- when
            DROP TABLE u, t;
            DROP TABLE p;
            DROP TABLE alone CASCADE;
            DROP TABLE unknown;
            CREATE TABLE n (id int PRIMARY KEY);
            CREATE TABLE o (id int REFERENCES n);
            DROP TABLE o;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void knows_keys_that_xml_added(@TempDir Path folder) throws IOException {
    List<Finding> found =
        ExampleLint.findingsInXml(
            new DropTableLocksOtherTables(),
            folder,
            """
            <changeSet id="1" author="a">
              <addForeignKeyConstraint constraintName="fk" baseTableName="t" baseColumnNames="a"
                referencedTableName="u" referencedColumnNames="id"/>
            </changeSet>
            <changeSet id="2" author="a">
              <dropTable tableName="t"/>
            </changeSet>
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping public.t blocks reads and writes of u");
    assertThat(found.get(0).span().from().line()).isEqualTo(7);
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new DropTableLocksOtherTables(), migration);
  }
}
