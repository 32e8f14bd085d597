package dev.dbops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.Goal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writes_a_migration_that_blocks() throws IOException {
    write("V1__tables.sql", "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);\n");
    write("V2__index.sql", "CREATE INDEX orders_by_customer ON orders (customer_id);\n");
  }

  @Test
  void ends_with_1_and_says_what_to_run_instead_when_there_are_findings() {
    int code = run("lint", folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(out.toString())
        .contains("create-index-blocks-writes")
        .contains("CREATE INDEX CONCURRENTLY orders_by_customer");
  }

  @Test
  void ends_with_0_when_findings_are_not_to_fail_the_run() {
    assertThat(run("lint", folder.toString(), "--failOn=never")).isZero();
    assertThat(run("lint", folder.toString(), "--rules=create-index-blocks-writes=warning"))
        .isZero();
  }

  @Test
  void ends_with_2_when_there_is_nothing_to_read() {
    int code = run("lint", folder.resolve("missing.xml").toString());

    assertThat(code).isEqualTo(2);
    assertThat(out.toString()).contains("missing.xml").contains("problem");
  }

  @Test
  void ends_with_2_and_names_the_parameter_when_a_value_is_wrong() {
    assertThat(run("lint", folder.toString(), "--targetVersion=9")).isEqualTo(2);
    assertThat(err.toString()).contains("targetVersion");
    assertThat(run("lint", folder.toString(), "--rules=no-such-rule=off")).isEqualTo(2);
    assertThat(err.toString()).contains("no-such-rule");
    assertThat(run("lint", folder.toString(), "--reports=pdf")).isEqualTo(2);
    assertThat(err.toString()).contains("sarif");
  }

  @Test
  void reads_the_configuration_file_and_lets_options_take_precedence() throws IOException {
    Path config = folder.resolve("dbops.yaml");
    Files.writeString(
        config,
        """
        changeLogFile: %s
        rules:
          create-index-blocks-writes: off
        """
            .formatted(folder));

    assertThat(run("lint", "--config=" + config)).isZero();
    assertThat(run("lint", "--config=" + config, "--rules=create-index-blocks-writes=error"))
        .isEqualTo(1);
  }

  @Test
  void says_which_key_of_the_configuration_it_does_not_know() throws IOException {
    Path config = folder.resolve("dbops.yaml");
    Files.writeString(config, "changelogFile: x\n");

    assertThat(run("lint", "--config=" + config)).isEqualTo(2);
    assertThat(err.toString()).contains("\"changelogFile\"").contains("changeLogFile");
  }

  @Test
  void writes_the_reports_that_are_asked_for_and_a_baseline() {
    Path reports = folder.resolve("reports");
    Path baseline = folder.resolve("baseline.json");

    run(
        "lint",
        folder.toString(),
        "--reports=json,sarif,html",
        "--reportDirectory=" + reports,
        "--writeBaseline=" + baseline);

    assertThat(reports.resolve("dbops-lint.json")).isNotEmptyFile();
    assertThat(reports.resolve("dbops-lint.sarif")).isNotEmptyFile();
    assertThat(reports.resolve("dbops-lint.html")).isNotEmptyFile();
    assertThat(run("lint", folder.toString(), "--baseline=" + baseline)).isZero();
  }

  @Test
  void lets_a_small_table_off() throws IOException {
    Path sizes = folder.resolve("sizes.properties");
    Files.writeString(sizes, "orders = 500 rows, 64 kB\n");

    assertThat(run("lint", folder.toString(), "--tableSizes=" + sizes)).isZero();
    assertThat(out.toString()).contains("1 let off because the table is small");
  }

  @Test
  void help_names_every_parameter() {
    assertThat(run("lint", "--help")).isZero();
    assertThat(Goal.LINT.parameters())
        .allSatisfy(
            parameter ->
                assertThat(out.toString().replaceAll("\\s+", " "))
                    .contains("--" + parameter.key() + "=VALUE " + parameter.description()));
  }

  @Test
  void refuses_a_colour_that_it_does_not_know_and_lists_those_it_knows() {
    assertThat(run("lint", folder.toString(), "--colour=alwyas")).isEqualTo(2);
    assertThat(err.toString()).contains("alwyas").contains("auto, always, never");
    assertThat(run("lint", folder.toString(), "--colour=always", "--failOn=never")).isZero();
    assertThat(out.toString()).contains("\u001b[");
  }

  @Test
  void refuses_to_lint_everything_when_the_ref_is_missing() {
    assertThat(run("lint", folder.toString(), "--since=")).isEqualTo(2);
    assertThat(err.toString()).contains("since is given without a value");
  }

  private int run(String... arguments) {
    return Dbops.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private void write(String name, String sql) throws IOException {
    Files.writeString(folder.resolve(name), sql);
  }
}
