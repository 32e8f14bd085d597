package dev.dbops.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.RuleSet;
import dev.dbops.migrate.report.ReportFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run with {@code -Ddbops.docs=write} this test writes the page that it otherwise compares. */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("../docs/configuration.md");

  @Test
  void the_page_of_parameters_is_up_to_date() throws IOException {
    String page = page();

    if ("write".equals(System.getProperty("dbops.docs"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as(
            "write it with: mvn -pl dbops-migrate test -Dtest=ConfigurationPageTest"
                + " -Ddbops.docs=write")
        .hasContent(page);
  }

  @Test
  void the_example_on_the_page_can_be_read(@TempDir Path directory) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    String example = page.substring(start, page.indexOf("```", start));

    Configuration configuration =
        Configuration.read(Files.writeString(directory.resolve("dbops.yaml"), example));

    assertThat(configuration.settings(RuleSet.builtIn()).targetVersion()).isEqualTo(16);
    assertThat(configuration.reports(ReportFormats.ofLint())).hasSize(2);
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Parameters

        The same names everywhere: keys of `dbops.yaml`, parameters of the Maven goals (as properties with `dbops.` in front), options of \
        the command line (with `--` in front). What is given to Maven or on the command line takes precedence over the file. Passwords are \
        better given by the variables of the environment that are named beside them.

        | Parameter | What it is | Default | Heeded by |
        |---|---|---|---|
        """);
    for (JobParameter parameter : JobParameter.values()) {
      String standing =
          parameter.defaultValue().isEmpty() ? "" : "`" + parameter.defaultValue() + "`";
      String variable = parameter.variable().map(name -> " Variable: `" + name + "`.").orElse("");
      String goals = parameter.goals().stream().map(Goal::key).collect(Collectors.joining(", "));
      page.append(
          "| `%s` | %s%s | %s | %s |%n"
              .formatted(parameter.key(), parameter.description(), variable, standing, goals));
    }
    page.append(
        """

        ```yaml
        # dbops.yaml
        changeLogFile: db/changelog.yaml
        targetVersion: 16
        failOn: warning
        rules:
          drop-table-loses-data: off
          foreign-key-without-index: warning
        ignore:
          table public.import_*: made and dropped by the importer
          column *, attribute statistics target: set by the database administrators
        reports: [sarif, html]
        reportDirectory: target/dbops
        ```
        """);
    return page.toString();
  }
}
