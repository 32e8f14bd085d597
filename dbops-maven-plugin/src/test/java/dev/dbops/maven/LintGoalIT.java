package dev.dbops.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal as users call it, in a Maven of its own. */
class LintGoalIT {
  @TempDir Path folder;

  @BeforeAll
  static void install_the_plugin() throws IOException {
    MavenRun.installPlugin();
  }

  @Test
  void lints_the_modules_of_a_parallel_build_each_by_itself()
      throws IOException, InterruptedException {
    MavenRun.copyProject("two-modules", folder);

    MavenRun.Result result =
        MavenRun.in(folder, "-T2", "validate", "-Ddbops.failOn=never", "-Ddbops.reports=json");

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(report("orders")).contains("orders_note").doesNotContain("customers");
    assertThat(report("customers")).contains("customers_note").doesNotContain("orders");
  }

  private String report(String module) throws IOException {
    return Files.readString(folder.resolve(module + "/target/dbops/dbops-lint.json"));
  }

  @Test
  void lints_the_plain_sql_of_each_module_wherever_maven_is_started()
      throws IOException, InterruptedException {
    MavenRun.copyProject("two-modules", folder);
    for (String module : List.of("orders", "customers")) {
      Path sql = Files.createDirectories(folder.resolve(module + "/db/sql"));
      Files.writeString(
          sql.resolve("1.sql"), "CREATE INDEX %1$s_i ON %1$s (note);\n".formatted(module));
    }

    MavenRun.Result result =
        MavenRun.in(
            folder,
            "validate",
            "-Dchangelog=sql",
            "-Ddbops.searchPath=db",
            "-Ddbops.failOn=never",
            "-Ddbops.reports=json");

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(report("orders")).contains("orders_i").doesNotContain("customers");
    assertThat(report("customers")).contains("customers_i").doesNotContain("orders");
  }

  @Test
  void lints_each_module_when_it_is_called_by_name() throws IOException, InterruptedException {
    MavenRun.copyProject("two-modules", folder);

    MavenRun.Result result =
        MavenRun.in(
            folder, "-T2", "dbops:lint-modules", "-Ddbops.failOn=never", "-Ddbops.reports=json");

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(report("orders")).contains("orders_note").doesNotContain("customers");
    assertThat(report("customers")).contains("customers_note").doesNotContain("orders");
  }

  @Test
  void says_which_goal_lints_each_module() throws IOException, InterruptedException {
    MavenRun.copyProject("two-modules", folder);

    MavenRun.Result result = MavenRun.in(folder, "dbops:lint");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("run mvn dbops:lint-modules to lint each module");
  }

  @Test
  void refuses_to_lint_everything_when_the_ref_is_missing()
      throws IOException, InterruptedException {
    MavenRun.copyProject("two-modules", folder);

    MavenRun.Result result = MavenRun.in(folder, "-pl", "orders", "validate", "-Ddbops.since=");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("since is given without a value");
  }

  @Test
  void fails_a_build_with_findings_and_says_how_to_go_on()
      throws IOException, InterruptedException {
    MavenRun.copyProject("two-modules", folder);

    MavenRun.Result result = MavenRun.in(folder, "-pl", "orders", "validate");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("create-index-blocks-writes")
        .contains("MojoFailureException")
        .contains("CREATE INDEX CONCURRENTLY")
        .contains("-Ddbops.reports=html")
        .contains("-- dbops:ignore rule-id: reason")
        .doesNotContain("SLF4J");
  }

  @Test
  void breaks_the_build_when_there_is_nothing_to_read() throws IOException, InterruptedException {
    MavenRun.copyProject("two-modules", folder);
    Files.delete(folder.resolve("orders/src/main/resources/db/indexes.yaml"));

    MavenRun.Result result = MavenRun.in(folder, "-pl", "orders", "validate");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("indexes.yaml").contains("MojoExecutionException");
  }

  @Test
  void lints_nothing_when_it_is_to_skip() throws IOException, InterruptedException {
    MavenRun.copyProject("two-modules", folder);

    MavenRun.Result result = MavenRun.in(folder, "-pl", "orders", "validate", "-Ddbops.skip");

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(result.output()).contains("dbops:lint is skipped");
  }

  @Test
  void lints_a_folder_without_a_project() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("sql"));
    Files.writeString(folder.resolve("sql/V1__drop.sql"), "CREATE INDEX i ON orders (note);\n");

    MavenRun.Result result =
        MavenRun.in(
            folder,
            "dbops:lint",
            "-Ddbops.changeLogFile=sql",
            "-Ddbops.reports=sarif",
            "-Ddbops.reportDirectory=reports");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("V1__drop.sql").contains("MojoFailureException");
    assertThat(folder.resolve("reports/dbops-lint.sarif")).isNotEmptyFile();
  }
}
