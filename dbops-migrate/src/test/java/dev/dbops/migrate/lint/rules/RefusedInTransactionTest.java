package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.lint.Baseline;
import dev.dbops.migrate.lint.ChangelogLinter;
import dev.dbops.migrate.lint.Example;
import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.LintSettings;
import dev.dbops.migrate.lint.RuleSet;
import dev.dbops.migrate.lint.Selection;
import dev.dbops.migrate.lint.TableSizes;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedInTransactionTest {
  @Test
  void finds_everything_that_the_server_refuses() {
    List<Finding> found =
        findings(
            """
            -- versions: 18-18
            -- given
            CREATE TABLE t (a int) PARTITION BY LIST (a);
            CREATE INDEX i ON t (a);
            -- when
            CREATE UNIQUE INDEX CONCURRENTLY ON u (a);
            DROP INDEX CONCURRENTLY j;
            REINDEX INDEX CONCURRENTLY j;
            REINDEX TABLE t;
            REINDEX SCHEMA s;
            ALTER TABLE t DETACH PARTITION t1 CONCURRENTLY;
            VACUUM u;
            CREATE DATABASE d;
            REFRESH MATERIALIZED VIEW CONCURRENTLY v;
            ALTER TYPE e ADD VALUE 'x';
            """);

    assertThat(found)
        .extracting(each -> each.message().replaceAll(" cannot run.*", ""))
        .containsExactly(
            "CREATE INDEX CONCURRENTLY",
            "DROP INDEX CONCURRENTLY",
            "REINDEX INDEX CONCURRENTLY",
            "REINDEX TABLE",
            "REINDEX SCHEMA",
            "DETACH PARTITION CONCURRENTLY",
            "VACUUM",
            "CREATE DATABASE");
  }

  @Test
  void finds_new_enum_values_before_12() {
    List<Finding> found =
        findings(
            """
            -- versions: 10-11
            -- when
            ALTER TYPE e ADD VALUE 'x';
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "ALTER TYPE … ADD VALUE cannot run inside a transaction: run its file without one");
    assertThat(ExampleLint.fix(found.get(0))).containsExactly("ALTER TYPE e ADD VALUE 'x'");
  }

  @Test
  void sees_begin_and_commit() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            VACUUM t;
            BEGIN;
            VACUUM t;
            COMMIT;
            VACUUM t;
            """);

    assertThat(found).extracting(each -> each.span().from().line()).containsExactly(5);
    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("VACUUM cannot run inside a transaction: a BEGIN stands before it");
  }

  @Test
  void finds_it_in_blocks_and_functions_whatever_the_transaction() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            DO $$ BEGIN CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a); END $$;
            CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN DROP INDEX CONCURRENTLY i; END $$;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "CREATE INDEX CONCURRENTLY cannot run inside a DO block",
            "DROP INDEX CONCURRENTLY cannot run inside a function or procedure");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "DROP INDEX CONCURRENTLY IF EXISTS i", "CREATE INDEX CONCURRENTLY i ON t (a)");
  }

  @Test
  void gives_the_concurrent_form_of_what_would_block_outside() {
    List<Finding> found =
        findings(
            """
            -- when
            REINDEX SCHEMA "S";
            """);

    assertThat(ExampleLint.fix(found.get(0))).containsExactly("REINDEX SCHEMA CONCURRENTLY \"S\"");
  }

  @Test
  void gives_no_form_of_what_blocks_outside_as_well() {
    List<Finding> found =
        findings(
            """
            -- when
            VACUUM FULL t;
            """);

    assertThat(found).singleElement().satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void tells_each_runner_its_switch() {
    String migration = "-- when\nCREATE INDEX CONCURRENTLY i ON t (a);\n";

    assertThat(message(migration, Changelog.Runner.LIQUIBASE))
        .endsWith("its changeset needs runInTransaction=\"false\"");
    assertThat(message(migration, Changelog.Runner.FLYWAY))
        .endsWith("its file needs executeInTransaction=false in a .conf file");
    assertThat(message(migration, Changelog.Runner.PSQL)).endsWith("run its file without one");
  }

  @Test
  void lets_the_first_statement_of_a_call_through_and_no_other() {
    String first =
        "-- transaction: none\n-- when\nCREATE INDEX CONCURRENTLY i ON t (a);\nSELECT 1;\n";
    String second =
        "-- transaction: none\n-- when\nSELECT 1;\nCREATE INDEX CONCURRENTLY i ON t (a);\n";

    assertThat(lint(first, Changelog.Runner.LIQUIBASE).findings()).isEmpty();
    assertThat(message(second, Changelog.Runner.LIQUIBASE))
        .endsWith("send it in a call of its own");
  }

  private static String message(String migration, Changelog.Runner runner) {
    return lint(migration, runner).findings().get(0).message();
  }

  private static LintReport lint(String migration, Changelog.Runner runner) {
    Changelog changelog = Example.of("migration.sql", migration).changelog();
    return new ChangelogLinter(
            new RuleSet(List.of(new RefusedInTransaction())),
            LintSettings.defaults(),
            TableSizes.unknown(),
            Baseline.empty())
        .lint(new Changelog(runner, changelog.changeSets(), List.of(), List.of()), Selection.all());
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new RefusedInTransaction(), migration);
  }
}
