package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropSchemaLosesDataTest {
  @Test
  void names_every_schema_that_goes_with_its_tables() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE SCHEMA "Büro";
            CREATE TABLE "Büro".t (id int);
            -- when
            DROP SCHEMA IF EXISTS "Büro", unknown CASCADE;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Dropping the schemas \"Büro\" and unknown with CASCADE loses all tables in them");
  }

  @Test
  void finds_what_a_role_owns() {
    List<Finding> found =
        findings(
            """
            -- when
            DROP OWNED BY former CASCADE;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("DROP OWNED loses all tables that belong to the role in this database");
  }

  @Test
  void leaves_a_database_that_the_server_refuses_to_drop_to_another_rule() {
    List<Finding> found =
        findings(
            """
            -- transaction: one
            -- when
            DROP DATABASE reporting;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN DROP SCHEMA s CASCADE; END $$;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Dropping the schema s with CASCADE loses all tables in it");
  }

  @Test
  void keeps_silent_where_nothing_is_lost() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE SCHEMA old;
            -- when
            CREATE SCHEMA s;
            CREATE TABLE s.t (id int);
            DROP SCHEMA s CASCADE;
            DROP SCHEMA old;
            DROP SEQUENCE numbers CASCADE;
            CREATE FUNCTION tidy() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP SCHEMA old CASCADE; END $$;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new DropSchemaLosesData(), migration);
  }
}
