package dev.dbops.examples.springdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.Linter;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.lint.LintReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An application that has no Liquibase lints with the jar as users get it. */
class WithoutLiquibaseTest {
  @BeforeAll
  static void there_is_no_liquibase_on_the_class_path() {
    assertThatThrownBy(() -> Class.forName("liquibase.Scope"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void lints_migrations_of_flyway() {
    Changelog changelog = Changelog.flyway("src/test/resources/db/migration");

    LintReport report = Linter.create().lint(changelog);

    assertThat(changelog.problems()).isEmpty();
    assertThat(report.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.rule().id()).isEqualTo("create-index-blocks-writes");
              assertThat(finding.span())
                  .hasToString("src/test/resources/db/migration/V2__find_parcels_by_city.sql:1:1");
            });
  }

  @Test
  void says_what_a_changelog_of_liquibase_needs() {
    Changelog changelog = Changelog.liquibase("db/changelog.xml");

    assertThat(changelog.problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.remedy()).contains("org.liquibase:liquibase-core"));
  }
}
