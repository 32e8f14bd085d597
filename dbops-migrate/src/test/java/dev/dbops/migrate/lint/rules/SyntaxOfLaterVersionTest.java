package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.Example;
import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxOfLaterVersionTest {
  private static final String GIVEN =
      """
      -- given
      CREATE TABLE "Größe" (id bigint, n int);
      CREATE TABLE events (day date) PARTITION BY RANGE (day);
      CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
      CREATE TABLE events_rest PARTITION OF events DEFAULT;
      -- when
      """;

  @Test
  void points_to_the_clause_among_other_sub_commands() {
    List<Finding> found =
        allFindings(
            17,
            """
            ALTER TABLE public."Größe" ALTER n SET DEFAULT 1, ADD UNIQUE (id),
              ADD CONSTRAINT n_filled NOT NULL n;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "PostgreSQL 17 does not know NOT NULL as a constraint of a table, which came with version"
                + " 18");
    assertThat(found.get(0).span().text()).isEqualTo("ADD CONSTRAINT n_filled NOT NULL n");
    assertThat(found.get(0).fix()).isEmpty();
  }

  @Test
  void leaves_nothing_to_say_of_a_statement_that_would_be_refused_for_more() {
    assertThat(allFindings(13, "ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY"))
        .extracting(Finding::message)
        .containsExactly(
            "PostgreSQL 13 does not know DETACH PARTITION … CONCURRENTLY, which came with version"
                + " 14");
    assertThat(allFindings(11, "REINDEX TABLE CONCURRENTLY \"Größe\"")).hasSize(1);
  }

  @Test
  void looks_into_blocks_and_functions() {
    String merge = "MERGE INTO \"Größe\" t USING u ON true WHEN MATCHED THEN DELETE;";

    assertThat(allFindings(14, "DO $$ BEGIN " + merge + " END $$")).hasSize(1);
    assertThat(
            allFindings(
                14,
                "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN "
                    + merge
                    + " END $$"))
        .hasSize(1);
  }

  @Test
  void keeps_silent_where_the_version_knows_the_clause() {
    assertThat(findings(15, "CREATE UNIQUE INDEX i ON \"Größe\" (n) NULLS NOT DISTINCT")).isEmpty();
    assertThat(findings(18, "ALTER TABLE \"Größe\" ADD CONSTRAINT c NOT NULL n NOT VALID"))
        .isEmpty();
    assertThat(findings(10, "ALTER TABLE \"Größe\" ALTER n SET NOT NULL")).isEmpty();
  }

  private static List<Finding> findings(int version, String migration) {
    return allFindings(version, migration).stream()
        .filter(finding -> finding.rule().id().equals("syntax-of-later-version"))
        .toList();
  }

  private static List<Finding> allFindings(int version, String migration) {
    String script = "-- versions: 10-" + version + "\n" + GIVEN + migration;
    return ExampleLint.report(new SyntaxOfLaterVersion(), Example.of("migration.sql", script))
        .findings();
  }
}
