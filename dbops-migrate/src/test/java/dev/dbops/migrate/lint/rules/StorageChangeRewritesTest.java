package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageChangeRewritesTest {
  @Test
  void points_to_each_change() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE s."Städte"
              ADD COLUMN a int,
              SET TABLESPACE "Schnell",
              SET LOGGED,
              SET ACCESS METHOD heap2;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "SET TABLESPACE \"Schnell\" blocks reads and writes of s.\"Städte\" while all of it is copied",
            "SET LOGGED blocks reads and writes of s.\"Städte\" while all of it is copied",
            "SET ACCESS METHOD heap2 blocks reads and writes of s.\"Städte\" while all of it is copied");
    assertThat(found).extracting(each -> each.span().from().line()).containsExactly(4, 5, 6);
  }

  @Test
  void finds_an_index_that_is_moved() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int);
            CREATE INDEX i ON t (id);
            -- when
            ALTER INDEX i SET TABLESPACE fast;
            ALTER INDEX unknown SET TABLESPACE fast;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Moving i blocks reads and writes of t while the index is copied",
            "Moving unknown blocks reads and writes of its table while the index is copied");
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN ALTER TABLE t SET UNLOGGED; END $$;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_where_nothing_is_copied() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int);
            CREATE UNLOGGED TABLE u (id int);
            CREATE TABLE p (a int) PARTITION BY LIST (a);
            -- when
            CREATE TABLE n (id int PRIMARY KEY);
            ALTER TABLE n SET UNLOGGED, SET TABLESPACE fast;
            ALTER INDEX n_pkey SET TABLESPACE fast;
            ALTER TABLE t SET LOGGED;
            ALTER TABLE u SET UNLOGGED;
            ALTER TABLE p SET TABLESPACE fast;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new StorageChangeRewrites(), migration);
  }
}
