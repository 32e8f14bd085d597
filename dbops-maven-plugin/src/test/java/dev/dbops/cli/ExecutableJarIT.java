package dev.dbops.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar in a process of its own, which is the only way to see all that it prints. */
class ExecutableJarIT {
  private static final Path JAR =
      Path.of("target/dbops-maven-plugin-" + System.getProperty("dbops.version") + "-cli.jar");
  private static final Path CHANGELOGS = Path.of("src/test/resources/projects/two-modules/orders");

  @TempDir Path folder;

  @Test
  void prints_the_report_and_nothing_else() throws IOException, InterruptedException {
    int code =
        run(
            "-jar",
            JAR.toString(),
            "lint",
            "db/changelog.xml",
            "--searchPath=" + CHANGELOGS.resolve("src/main/resources"),
            "--changelogParameters=table=orders");

    assertThat(err()).content(UTF_8).isEmpty();
    assertThat(code).as(Files.readString(out())).isEqualTo(1);
    assertThat(out())
        .content(UTF_8)
        .contains("create-index-blocks-writes")
        .doesNotContainIgnoringCase("slf4j")
        .doesNotContain("liquibase.");
  }

  @Test
  void does_not_take_a_lack_of_memory_for_findings() throws IOException, InterruptedException {
    Path data = folder.resolve("data.sql");
    Files.writeString(data, "INSERT INTO t VALUES (1)" + ", (1)".repeat(4_000_000) + ";");

    int code = run("-Xmx32m", "-jar", JAR.toString(), "lint", data.toString());

    assertThat(code).as(Files.readString(err())).isEqualTo(2);
    assertThat(err())
        .content(UTF_8)
        .startsWith("dbops ran out of memory")
        .doesNotContain("at dev.dbops");
  }

  private int run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(out().toFile())
        .redirectError(err().toFile())
        .start()
        .waitFor();
  }

  private Path out() {
    return folder.resolve("out.txt");
  }

  private Path err() {
    return folder.resolve("err.txt");
  }
}
