package dev.dbops.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");

    int code =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "lint",
                "db/changelog.xml",
                "--searchPath=" + CHANGELOGS.resolve("src/main/resources"),
                "--changelogParameters=table=orders")
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();

    assertThat(err).content(UTF_8).isEmpty();
    assertThat(code).as(Files.readString(out)).isEqualTo(1);
    assertThat(out)
        .content(UTF_8)
        .contains("create-index-blocks-writes")
        .doesNotContainIgnoringCase("slf4j")
        .doesNotContain("liquibase.");
  }
}
