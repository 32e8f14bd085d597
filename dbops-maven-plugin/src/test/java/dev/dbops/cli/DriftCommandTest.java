package dev.dbops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.Goal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about whole schemas, as far as they go without a server. */
class DriftCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void help_names_every_parameter_and_the_variable_of_a_password() {
    for (Goal goal : List.of(Goal.DRIFT, Goal.SNAPSHOT)) {
      assertThat(run(goal.key(), "--help")).isZero();
      assertThat(goal.parameters())
          .allSatisfy(
              parameter ->
                  assertThat(out.toString().replaceAll("\\s+", " "))
                      .contains("--" + parameter.key() + "=VALUE " + parameter.description()));
    }
    assertThat(out.toString()).contains("DBOPS_PASSWORD", "DBOPS_SCRATCH_PASSWORD");
  }

  @Test
  void ends_with_2_and_says_what_is_missing() {
    assertThat(run("drift")).isEqualTo(2);
    assertThat(err.toString()).contains("changeLogFile", "snapshotFile", "referenceUrl");
    assertThat(run("drift", "db/changelog.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("Give its JDBC URL: url");
    assertThat(run("snapshot")).isEqualTo(2);
    assertThat(err.toString()).contains("Name a file: snapshotFile");
  }

  @Test
  void ends_with_2_and_keeps_the_password_to_itself_when_no_server_answers() throws IOException {
    Path snapshot = Files.writeString(folder.resolve("schema.json"), "{}");

    int code =
        run(
            "drift",
            "--referenceUrl=jdbc:postgresql://localhost:1/shop?password=s3cret1",
            "--referencePassword=s3cret2",
            "--url=jdbc:postgresql://localhost:1/shop",
            "--password=s3cret3");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("could not be read").doesNotContain("s3cret");
    assertThat(run("drift", "--snapshotFile=" + snapshot, "--url=jdbc:postgresql://localhost:1/x"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("schema.json is no snapshot");
  }

  private int run(String... arguments) {
    return Dbops.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
