package dev.dbops.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.lint.LintSettings;
import dev.dbops.migrate.lint.RuleSet;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.report.ReportFormat;
import dev.dbops.migrate.report.ReportFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
  private static final Path EXAMPLE =
      Path.of("src/test/resources/configuration/lists-and-maps.yaml");

  @TempDir private Path directory;

  @Test
  void takes_lists_and_maps_as_yaml_writes_them() {
    Configuration configuration = Configuration.read(EXAMPLE);

    LintSettings settings = configuration.settings(RuleSet.builtIn());

    assertThat(settings.targetVersion()).isEqualTo(14);
    assertThat(settings.severities())
        .containsEntry("int-primary-key", Optional.empty())
        .containsEntry("create-index-blocks-writes", Optional.of(Severity.WARNING));
    assertThat(configuration.reports(ReportFormats.ofLint()))
        .extracting(ReportFormat::id)
        .containsExactly("sarif", "html");
    assertThat(configuration.failOn()).contains(Severity.WARNING);
  }

  @Test
  void keeps_a_comma_inside_a_value() {
    Configuration configuration = Configuration.read(EXAMPLE);

    assertThat(configuration.list(JobParameter.SEARCH_PATH)).containsExactly("db", "odd, name");
    assertThat(configuration.pairs(JobParameter.CHANGELOG_PARAMETERS))
        .isEqualTo(Map.of("list", "1,2,3", "schema", "app"));
  }

  @Test
  void what_is_given_goes_before_the_file_and_blank_counts_as_not_given() {
    Configuration given =
        Configuration.of(Map.of(JobParameter.TARGET_VERSION, " 12 ", JobParameter.FAIL_ON, "  "));

    Configuration merged = Configuration.read(EXAMPLE).overriddenBy(given);

    assertThat(merged.targetVersion()).isEqualTo(12);
    assertThat(merged.failOn()).contains(Severity.WARNING);
  }

  @Test
  void names_the_key_that_is_not_known_and_those_that_are() throws IOException {
    Path file = Files.writeString(directory.resolve("dbops.yaml"), "targetversion: 14\n");

    assertThatThrownBy(() -> Configuration.read(file))
        .isInstanceOf(DbopsException.class)
        .hasMessageContainingAll("\"targetversion\"", "dbops.yaml", "targetVersion, ");
  }

  @Test
  void says_where_the_file_is_broken() throws IOException {
    Path file = Files.writeString(directory.resolve("dbops.yaml"), "rules: [a\nreports: b\n");

    assertThatThrownBy(() -> Configuration.read(file))
        .isInstanceOf(DbopsException.class)
        .hasMessageContainingAll("dbops.yaml", "line 2");
  }

  @Test
  void refuses_a_key_that_stands_there_twice() throws IOException {
    Path file =
        Files.writeString(directory.resolve("dbops.yaml"), "failOn: never\nfailOn: error\n");

    assertThatThrownBy(() -> Configuration.read(file))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("duplicate key failOn");
  }

  @Test
  void refuses_a_truth_value_that_is_none() {
    Configuration configuration = Configuration.of(Map.of(JobParameter.MIXED, "yep"));

    assertThatThrownBy(
            () ->
                configuration.changelogOptions(ConfigurationTest.class.getClassLoader(), directory))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("\"yep\" is no value for mixed");
  }

  @Test
  void an_empty_file_says_nothing() throws IOException {
    Path file = Files.writeString(directory.resolve("dbops.yaml"), "# nothing yet\n");

    assertThat(Configuration.read(file).targetVersion()).isEqualTo(18);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          drop-tabel-loses-data: off | There is no rule "drop-tabel-loses-data" | mean drop-table-loses-data?
          drop-table-loses-data: of  | "of" is no value for rules               | mean off? Or choose from info, warning, error, off
          xyz: off                   | There is no rule "xyz"                   | Look the rule's id up in the report or in docs/rules
          """)
  void names_file_and_line_of_a_rule_or_severity_that_is_not_known(
      String rule, String what, String remedy) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("dbops.yaml"),
            """
            failOn: never
            rules:
              truncate-loses-data: off
              %s
            """
                .formatted(rule));

    assertThatThrownBy(() -> Configuration.read(file).settings(RuleSet.builtIn()))
        .isInstanceOf(DbopsException.class)
        .hasMessageContainingAll(what, file + ", line 4", remedy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "targetVersion: 9",
        "failOn: wraning",
        "reports: [text, sraif]",
        "mixed: maybe",
        "smallTableRows: few",
        "encoding: latin-15",
        "changelogParameters: [novalue]"
      })
  void names_file_and_line_of_a_value_that_is_wrong(String entry) throws IOException {
    Path file = Files.writeString(directory.resolve("dbops.yaml"), "# one\n\n" + entry + "\n");
    Configuration configuration = Configuration.read(file);

    assertThatThrownBy(
            () -> {
              configuration.changelogOptions(ConfigurationTest.class.getClassLoader(), file);
              configuration.settings(RuleSet.builtIn());
              configuration.failOn();
              configuration.reports(ReportFormats.ofLint());
            })
        .isInstanceOf(DbopsException.class)
        .hasMessageContainingAll(
            "is no value for " + entry.substring(0, entry.indexOf(':')), file + ", line 3");
  }

  @Test
  void names_no_line_of_the_file_for_a_value_that_was_given_otherwise() throws IOException {
    Path file = Files.writeString(directory.resolve("dbops.yaml"), "failOn: info\n");
    Configuration given = Configuration.of(Map.of(JobParameter.FAIL_ON, "wraning"));

    assertThatThrownBy(() -> Configuration.read(file).overriddenBy(given).failOn())
        .isInstanceOf(DbopsException.class)
        .hasMessageContainingAll("\"wraning\" is no value for failOn. Did you mean warning?")
        .hasMessageNotContaining("line");
  }

  @Test
  void suggests_the_key_that_was_meant_and_names_its_line() throws IOException {
    Path file = Files.writeString(directory.resolve("dbops.yaml"), "mixed: no\nfail-on: info\n");

    assertThatThrownBy(() -> Configuration.read(file))
        .isInstanceOf(DbopsException.class)
        .hasMessageContainingAll("\"fail-on\"", file + ", line 2", "Did you mean failOn?");
  }

  @ParameterizedTest
  @EnumSource(
      value = JobParameter.class,
      names = {"SINCE", "URL"})
  void refuses_to_lint_everything_when_what_selects_is_blank(JobParameter parameter)
      throws IOException {
    Path file =
        Files.writeString(directory.resolve("dbops.yaml"), "mixed: no\n" + parameter.key() + ":\n");

    assertThatThrownBy(() -> Configuration.of(Map.of(parameter, " ")))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining(parameter.key() + " is given without a value. Give it one");
    assertThatThrownBy(() -> Configuration.read(file))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining(file + ", line 2");
  }
}
