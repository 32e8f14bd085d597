package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReindexBlocksReadsAndWritesTest {
  @Test
  void rebuilds_concurrently_from_12_on() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            REINDEX (VERBOSE) INDEX "S"."I";
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("REINDEX blocks reads and writes of its table until it is done");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly("REINDEX (VERBOSE) INDEX CONCURRENTLY \"S\".\"I\"");
  }

  @Test
  void knows_no_other_form_before_12() {
    List<Finding> found =
        findings(
            """
            -- versions: 10-11
            -- when
            REINDEX TABLE t;
            """);

    assertThat(found).singleElement().satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void knows_no_other_form_for_what_belongs_to_the_catalogs() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            REINDEX TABLE pg_catalog.pg_class;
            REINDEX TABLE pg_attribute;
            REINDEX INDEX "pg_catalog".pg_class_oid_index;
            REINDEX (VERBOSE) INDEX pg_class_oid_index;
            """);

    assertThat(found).hasSize(4).allSatisfy(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void knows_tables_of_users_that_are_named_like_catalogs() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- given
            CREATE TABLE pg_orders (id bigint PRIMARY KEY);
            -- when
            REINDEX TABLE pg_orders;
            REINDEX INDEX pg_orders_pkey;
            """);

    assertThat(found)
        .flatExtracting(ExampleLint::fix)
        .containsExactly(
            "REINDEX TABLE CONCURRENTLY pg_orders", "REINDEX INDEX CONCURRENTLY pg_orders_pkey");
  }

  @Test
  void knows_no_other_form_for_system_catalogs() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            REINDEX SYSTEM shop;
            """);

    assertThat(found).singleElement().satisfies(each -> assertThat(each.fix()).isEmpty());
  }

  @Test
  void names_the_table_of_an_index() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE orders (a int);
            CREATE INDEX i ON orders (a);
            -- when
            REINDEX INDEX i;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("REINDEX blocks reads and writes of orders until it is done");
  }

  @Test
  void leaves_what_the_server_refuses_to_another_rule() {
    List<Finding> found =
        findings(
            """
            -- when
            REINDEX SCHEMA shop;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void keeps_silent_about_new_tables_and_concurrent_rebuilds() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            CREATE TABLE t (a int);
            CREATE INDEX i ON t (a);
            REINDEX TABLE t;
            REINDEX INDEX i;
            REINDEX TABLE CONCURRENTLY u;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new ReindexBlocksReadsAndWrites(), migration);
  }
}
