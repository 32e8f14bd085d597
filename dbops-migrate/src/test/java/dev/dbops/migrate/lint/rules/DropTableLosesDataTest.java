package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropTableLosesDataTest {
  @Test
  void names_every_table_that_is_lost() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE s."Städte" (id int);
            CREATE TABLE t (id int);
            -- when
            CREATE TABLE n (id int);
            DROP TABLE IF EXISTS s."Städte", n, t, unknown CASCADE;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping s.\"Städte\", t and unknown loses their rows");
  }

  @Test
  void takes_a_partition_for_a_table() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            -- when
            DROP TABLE t1;
            """);

    assertThat(found).extracting(Finding::message).containsExactly("Dropping t1 loses its rows");
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN IF true THEN DROP TABLE t; END IF; END $$;
            """);

    assertThat(found).extracting(Finding::message).containsExactly("Dropping t loses its rows");
  }

  @Test
  void finds_a_table_that_a_rollback_left_in_place() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- given
            CREATE TABLE t (id int);
            -- when
            BEGIN;
            DROP TABLE t;
            CREATE TABLE t (id int);
            ROLLBACK;
            DROP TABLE t;
            """);

    assertThat(found).extracting(each -> each.span().from().line()).containsExactly(6, 9);
  }

  @Test
  void keeps_silent_where_no_rows_are_lost() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE FOREIGN TABLE f (id int) SERVER other;
            CREATE TABLE t (id int);
            CREATE MATERIALIZED VIEW m AS SELECT id FROM t;
            -- when
            CREATE TABLE n (id int);
            CREATE TEMPORARY TABLE tt AS SELECT 1 AS a;
            DROP TABLE n;
            DROP TABLE tt;
            DROP FOREIGN TABLE f;
            DROP MATERIALIZED VIEW m;
            CREATE FUNCTION tidy() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE t; END $$;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void points_to_the_change_in_xml(@TempDir Path folder) throws IOException {
    List<Finding> found =
        ExampleLint.findingsInXml(
            new DropTableLosesData(),
            folder,
            """
            <changeSet id="1" author="a">
              <dropTable tableName="Städte" schemaName="s" cascadeConstraints="true"/>
            </changeSet>
            <changeSet id="2" author="a">
              <createTable tableName="n"><column name="id" type="bigint"/></createTable>
              <dropTable tableName="n"/>
            </changeSet>
            <changeSet id="3" author="a">
              <!-- dbops:ignore drop-table-loses-data: empty since March -->
              <dropTable tableName="t"/>
            </changeSet>
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping s.\"Städte\" loses its rows");
    assertThat(found.get(0).span().from().line()).isEqualTo(3);
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new DropTableLosesData(), migration);
  }
}
