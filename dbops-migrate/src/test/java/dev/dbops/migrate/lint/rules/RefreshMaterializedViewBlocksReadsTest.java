package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshMaterializedViewBlocksReadsTest {
  @Test
  void refreshes_concurrently_where_a_unique_index_is_known() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE MATERIALIZED VIEW s."Größe" AS SELECT 1 AS a;
            CREATE UNIQUE INDEX i ON s."Größe" (a);
            -- when
            REFRESH MATERIALIZED VIEW s."Größe" WITH DATA;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Refreshing s.\"Größe\" blocks its readers for as long as its query takes");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly("REFRESH MATERIALIZED VIEW CONCURRENTLY s.\"Größe\" WITH DATA");
  }

  @Test
  void has_no_fix_without_an_index_that_tells_rows_apart() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE MATERIALIZED VIEW v AS SELECT 1 AS a, 'x' AS b;
            CREATE INDEX plain ON v (a);
            CREATE UNIQUE INDEX partial ON v (a) WHERE a > 0;
            CREATE UNIQUE INDEX expression ON v (lower(b));
            -- when
            REFRESH MATERIALIZED VIEW v;
            """);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).fix()).isEmpty();
  }

  @Test
  void finds_the_refresh_of_a_view_that_no_statement_created() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN REFRESH MATERIALIZED VIEW unknown; END $$;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("Refreshing unknown blocks its readers for as long as its query takes");
  }

  @Test
  void keeps_silent_where_nobody_waits() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;
            -- when
            CREATE MATERIALIZED VIEW n AS SELECT 1 AS a WITH NO DATA;
            REFRESH MATERIALIZED VIEW n;
            REFRESH MATERIALIZED VIEW CONCURRENTLY v;
            REFRESH MATERIALIZED VIEW v WITH NO DATA;
            CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN REFRESH MATERIALIZED VIEW v; END $$;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new RefreshMaterializedViewBlocksReads(), migration);
  }
}
