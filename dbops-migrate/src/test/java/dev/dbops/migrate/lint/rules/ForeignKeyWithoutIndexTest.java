package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.ChangeSet;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignKeyWithoutIndexTest {
  @Test
  void adds_the_index_before_the_key() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE s."T" ("A" int, b int);
            -- when
            ALTER TABLE s."T" ADD CONSTRAINT fk FOREIGN KEY (b, "A") REFERENCES u;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly("No index of s.\"T\" begins with (b, \"A\"), which refers to u");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "CREATE INDEX CONCURRENTLY \"T_b_A_idx\" ON s.\"T\" (b, \"A\")",
            "ALTER TABLE s.\"T\" ADD CONSTRAINT fk FOREIGN KEY (b, \"A\") REFERENCES u NOT VALID",
            "ALTER TABLE s.\"T\" VALIDATE CONSTRAINT fk");
  }

  @Test
  void sees_keys_and_indexes_before_and_behind() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE TABLE old (a int, b int);
            CREATE INDEX ON old (b, a) WHERE b IS NOT NULL;
            -- when
            CREATE TABLE t (a int REFERENCES u, b int REFERENCES u, c int UNIQUE REFERENCES u, PRIMARY KEY (a, b));
            ALTER TABLE old ADD CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES u NOT VALID;
            CREATE INDEX ON t (b);
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void is_not_content_with_a_partial_index_or_a_later_column() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE t (a int REFERENCES u, b int REFERENCES u);
            CREATE INDEX ON t (a) WHERE b > 0;
            CREATE INDEX ON t (a, b) WHERE a > 0;
            CREATE INDEX ON t USING gin (b);
            """);

    assertThat(found).hasSize(2);
  }

  @Test
  void keeps_silent_about_columns_of_tables_that_it_does_not_know() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE unknown ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u NOT VALID;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void knows_that_a_new_column_has_no_index() {
    List<Finding> found =
        findings(
            """
            -- when
            ALTER TABLE unknown ADD COLUMN a int REFERENCES u;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_about_keys_that_do_not_stay() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE t (a int CONSTRAINT fk REFERENCES u);
            ALTER TABLE t DROP CONSTRAINT fk;
            CREATE TABLE v (a int REFERENCES u);
            DROP TABLE v;
            """);

    assertThat(found).isEmpty();
  }

  @Test
  void is_content_with_an_index_that_a_later_changeset_makes() {
    Changelog key =
        Example.of("1.sql", "-- when\nCREATE TABLE t (a int REFERENCES u);\n").changelog();
    Changelog index = Example.of("2.sql", "-- when\nCREATE INDEX i ON t (a);\n").changelog();
    List<ChangeSet> both = new ArrayList<>(key.changeSets());
    both.addAll(index.changeSets());

    LintReport report =
        new ChangelogLinter(
                new RuleSet(List.of(new ForeignKeyWithoutIndex())),
                LintSettings.defaults(),
                TableSizes.unknown(),
                Baseline.empty())
            .lint(new Changelog(key.runner(), both, List.of(), List.of()), Selection.all());

    assertThat(report.findings()).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new ForeignKeyWithoutIndex(), migration);
  }
}
