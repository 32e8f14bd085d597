package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.lint.Baseline;
import dev.dbops.migrate.lint.ChangelogLinter;
import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.LintSettings;
import dev.dbops.migrate.lint.RuleSet;
import dev.dbops.migrate.lint.Selection;
import dev.dbops.migrate.lint.TableSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentlyWaitsForFlywayLockTest {
  @TempDir Path folder;

  @Test
  void names_the_setting_that_lets_the_build_go_on() throws IOException {
    write("V1__index.sql", "CREATE INDEX CONCURRENTLY \"Ünique\" ON s.\"T\" (a);\n");

    assertThat(messages(true))
        .containsExactly(
            "CREATE INDEX CONCURRENTLY waits forever for the transaction in which Flyway holds its"
                + " lock: set flyway.postgresql.transactional.lock=false");
  }

  @Test
  void keeps_silent_when_the_lock_is_not_transactional() throws IOException {
    write("V1__index.sql", "CREATE INDEX CONCURRENTLY i ON t (a);\n");

    assertThat(messages(false)).isEmpty();
  }

  @Test
  void is_not_misled_by_a_script_without_a_transaction() throws IOException {
    write("V1__reindex.sql", "CREATE TABLE t (a int);\nREINDEX TABLE CONCURRENTLY t;\n");
    write("V1__reindex.sql.conf", "executeInTransaction=false\n");

    assertThat(messages(true))
        .singleElement()
        .asString()
        .startsWith("REINDEX CONCURRENTLY waits forever");
  }

  @Test
  void leaves_what_the_server_refuses_to_other_rules() throws IOException {
    write("V1__p.sql", "CREATE TABLE p (a int) PARTITION BY RANGE (a);\n");
    write("V2__index.sql", "CREATE INDEX CONCURRENTLY i ON p (a);\n");
    write("V3__begin.sql", "BEGIN;\nCREATE INDEX CONCURRENTLY i ON t (a);\nCOMMIT;\n");
    write("V4__reindex.sql", "REINDEX TABLE CONCURRENTLY t;\n");

    assertThat(messages(true)).isEmpty();
  }

  @Test
  void does_not_concern_psql() {
    String migration = "-- transaction: none\n-- when\nCREATE INDEX CONCURRENTLY i ON t (a);\n";

    assertThat(ExampleLint.findings(new ConcurrentlyWaitsForFlywayLock(), migration)).isEmpty();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private List<String> messages(boolean transactionalLock) {
    return new ChangelogLinter(
            new RuleSet(List.of(new ConcurrentlyWaitsForFlywayLock())),
            LintSettings.defaults(),
            TableSizes.unknown(),
            Baseline.empty())
            .lint(
                Changelog.flyway(
                    folder.toString(),
                    ChangelogOptions.builder().transactionalLock(transactionalLock).build()),
                Selection.all())
            .findings()
            .stream()
            .map(Finding::message)
            .toList();
  }
}
