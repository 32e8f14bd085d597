package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaIdentityLostTest {
  @Test
  void finds_replica_identity_nothing() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE s."T" (id int PRIMARY KEY);
            CREATE PUBLICATION "Pub" FOR ALL TABLES;
            -- when
            ALTER TABLE s."T" REPLICA IDENTITY NOTHING;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Updates and deletes of s.\"T\" fail from here on: Pub publishes it, and no replica identity is left");
    assertThat(found).singleElement().satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void finds_a_column_that_takes_the_primary_key_along() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int PRIMARY KEY, a int);
            CREATE PUBLICATION p FOR TABLE t;
            -- when
            ALTER TABLE t ADD COLUMN b int, DROP COLUMN id;
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "ALTER TABLE t REPLICA IDENTITY FULL",
            "ALTER TABLE t ADD COLUMN b int, DROP COLUMN id");
  }

  @Test
  void keeps_silent_where_an_identity_is_left() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE t (id int PRIMARY KEY, a int);
            CREATE TABLE u (id int PRIMARY KEY);
            CREATE TABLE v (id int PRIMARY KEY);
            CREATE PUBLICATION p FOR TABLE t, u;
            -- when
            ALTER TABLE t DROP CONSTRAINT t_pkey;
            ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (id, a);
            ALTER TABLE u REPLICA IDENTITY FULL;
            ALTER TABLE u DROP CONSTRAINT u_pkey;
            ALTER TABLE v DROP CONSTRAINT v_pkey;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new ReplicaIdentityLost(), migration);
  }
}
