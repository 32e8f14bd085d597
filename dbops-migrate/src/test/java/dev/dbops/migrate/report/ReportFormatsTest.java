package dev.dbops.migrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.lint.Baseline;
import dev.dbops.migrate.lint.ChangelogLinter;
import dev.dbops.migrate.lint.Example;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.LintSettings;
import dev.dbops.migrate.lint.RuleSet;
import dev.dbops.migrate.lint.TableSize;
import dev.dbops.migrate.lint.TableSizes;
import dev.dbops.migrate.lint.rules.CreateIndexBlocksWrites;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportFormatsTest {
  private static final JsonSchema SCHEMA = JsonSchema.documented("lint-report");

  private final LintReport report = report();

  @Test
  void the_terminal_shows_place_danger_and_safe_form() throws IOException {
    String text = written(new TextReport(false));

    assertThat(text)
        .contains(
            """
            error [create-index-blocks-writes] CREATE INDEX blocks writes to orders until the index is built
              at migration.sql:5:1
                5 | CREATE INDEX idx_orders_customer ON orders (customer_id);
                  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """)
        .contains("CREATE INDEX CONCURRENTLY idx_orders_customer ON orders (customer_id);")
        .contains("-- outside a transaction")
        .contains("2 errors, 0 warnings, 0 notes in 5 statements of 1 changeset")
        .contains("this suppression of create-index-blocks-writes accepts nothing")
        .contains("migration.sql:11:1  this is not")
        .contains("Broken <file>. Mend & run again.")
        .doesNotContain("\u001b");
  }

  @Test
  void colours_are_only_for_terminals() throws IOException {
    assertThat(written(new TextReport(true))).contains("\u001b[31;1merror\u001b[0m");
  }

  @Test
  void json_follows_its_documented_schema() throws IOException {
    assertThat(SCHEMA.violations(written(new JsonReport()))).isEmpty();
  }

  @Test
  void the_schema_of_json_refuses_what_is_not_documented() throws IOException {
    String altered = written(new JsonReport()).replace("\"statement\":", "\"sql\":");

    assertThat(SCHEMA.violations(altered)).isNotEmpty();
  }

  @Test
  void sarif_follows_the_official_schema() throws IOException {
    assertThat(JsonSchema.sarif().violations(written(new SarifReport()))).isEmpty();
  }

  @Test
  void sarif_carries_fixes_and_suppressions() throws IOException {
    assertThat(written(new SarifReport()))
        .contains("\"fixes\"")
        .contains("CREATE INDEX CONCURRENTLY idx_orders_customer")
        .contains("\"justification\":\"the table is <empty> & new\"");
  }

  @Test
  void junit_xml_counts_a_failure_for_the_changeset_and_an_error_for_the_problem()
      throws Exception {
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(written(new JUnitReport()))));

    Element suite = xml.getDocumentElement();
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("testcase").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
    assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
        .contains("\"idx \"\"<ü>\"\" & 'co'\"");
  }

  @Test
  void github_gets_one_line_a_finding() throws IOException {
    List<String> lines = written(new GitHubReport()).lines().toList();

    assertThat(lines).hasSize(3).allMatch(line -> line.startsWith("::error file="));
    assertThat(lines.get(0)).contains("line=5").contains("title=create-index-blocks-writes");
  }

  @Test
  void gitlab_gets_unique_fingerprints() throws IOException {
    String json = written(new GitLabReport());

    List<String> fingerprints =
        json.lines().filter(line -> line.contains("\"fingerprint\"")).toList();
    assertThat(fingerprints).hasSize(2).doesNotHaveDuplicates();
    assertThat(json).contains("\"severity\":\"critical\"");
  }

  @Test
  void html_stands_alone_and_escapes_names() throws IOException {
    String html = written(new HtmlReport());

    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("&lt;ü&gt;")
        .doesNotContain("<ü>")
        .doesNotContain("<script")
        .doesNotContain("src=");
  }

  @Test
  void a_known_size_is_part_of_the_message() throws IOException {
    LintReport sized = lint(table -> Optional.of(new TableSize(412_000_000, 96L << 30)), List.of());
    StringBuilder text = new StringBuilder();
    new TextReport(false).write(sized, text);

    assertThat(text).contains("412 M rows, 96 GB");
  }

  private String written(ReportFormat<LintReport> format) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(report, out);
    return out.toString();
  }

  private static LintReport report() {
    SourceFile broken = SourceFile.of("broken.xml", "<");
    return lint(
        TableSizes.unknown(),
        List.of(new ReadProblem(broken.whole(), "Broken <file>", "mend & run again")));
  }

  private static LintReport lint(TableSizes sizes, List<ReadProblem> problems) {
    try (InputStream migration =
        ReportFormatsTest.class.getResourceAsStream("/reports/migration.sql")) {
      assertThat(migration).isNotNull();
      String text = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
      Changelog read = Example.of("migration.sql", text).changelog();
      Changelog changelog =
          new Changelog(read.runner(), read.changeSets(), read.comments(), problems);
      return new ChangelogLinter(
              new RuleSet(List.of(new CreateIndexBlocksWrites())),
              LintSettings.defaults(),
              sizes,
              Baseline.empty())
          .lint(changelog, Example.onlyWhen());
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
