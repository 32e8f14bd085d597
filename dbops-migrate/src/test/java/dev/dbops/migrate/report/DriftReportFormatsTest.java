package dev.dbops.migrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.changelog.Bookkeeping;
import dev.dbops.migrate.drift.DriftCheck;
import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.drift.ExpectedSchema;
import dev.dbops.migrate.drift.HistoryDifference;
import dev.dbops.migrate.drift.Ignore;
import dev.dbops.migrate.drift.IgnorePolicy;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.Postgres;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class DriftReportFormatsTest {
  private static final JsonSchema SCHEMA = JsonSchema.documented("drift-report");

  private static DriftReport drift;
  private static DriftReport none;
  private static DriftReport repaired;

  @BeforeAll
  static void compare_a_database_with_what_it_was() throws IOException, SQLException {
    try (ScratchDatabase database = Postgres.newest().create()) {
      database.execute(
          """
          CREATE TABLE orders (id integer, total numeric);
          CREATE TABLE "gone <b>\nDROP" (a integer);
          CREATE FUNCTION price() RETURNS integer LANGUAGE sql AS $$
          -- the same
          SELECT 1;
          $$;
          """);
      CatalogSnapshot before = CatalogReader.create().read(database.dataSource());
      ExpectedSchema expected =
          target ->
              new ExpectedSchema.Expectation(
                  before, "the snapshot <before>", List.of("Custom change \u0007 did not run"));
      ExpectedSchema remembered =
          target ->
              new ExpectedSchema.Expectation(
                  before,
                  "the snapshot <before>",
                  List.of(),
                  List.of(new HistoryDifference.Locked("locks", "me", "<yesterday>")),
                  Bookkeeping.USUAL);
      none = DriftCheck.against(expected).of(database.dataSource());
      database.execute(
          """
          ALTER TABLE orders ALTER total TYPE numeric(10,2);
          DROP TABLE "gone <b>\nDROP";
          CREATE TABLE "new <i>\nDROP TABLE orders" (a integer);
          CREATE OR REPLACE FUNCTION price() RETURNS integer LANGUAGE sql AS $$
          -- the same
          SELECT 2;
          $$;
          """);
      drift =
          DriftCheck.against(remembered)
              .ignoring(
                  IgnorePolicy.defaults().with(Ignore.object("view", "public.old", "it is old")))
              .of(database.dataSource());
      database.execute(written(new RepairScript(), drift));
      repaired = DriftCheck.against(expected).of(database.dataSource());
    }
  }

  @Test
  void the_terminal_shows_expected_and_actual_and_the_repair() throws IOException {
    String text = written(new DriftTextReport(false), drift);

    assertThat(text)
        .contains(
            """
            error column public.orders.total differs: type
              type
                expected numeric
                actual   numeric(10,2)
            """)
        .contains("body, from line 3\n    expected SELECT 1;\n    actual   SELECT 2;")
        .contains("is missing", "is not expected")
        .contains("ALTER TABLE public.orders ALTER COLUMN total TYPE numeric")
        .contains("matches nothing, remove it: view public.old: it is old")
        .contains("4 differences (2 errors, 2 warnings, 0 notes) from the snapshot <before>.")
        .doesNotContain("\u001b")
        .doesNotContain("\u0007");
  }

  @Test
  void says_that_there_is_no_drift_and_still_what_could_not_be_compared() throws IOException {
    assertThat(written(new DriftTextReport(false), none))
        .isEqualTo(
            """
            note: Custom change \ufffd did not run
            No differences from the snapshot <before>.
            """);
  }

  @Test
  void json_follows_its_documented_schema() throws IOException {
    assertThat(SCHEMA.violations(written(new DriftJsonReport(), drift))).isEmpty();
    assertThat(SCHEMA.violations(written(new DriftJsonReport(), none))).isEmpty();
  }

  @Test
  void the_schema_of_json_refuses_what_is_not_documented() throws IOException {
    String altered = written(new DriftJsonReport(), drift).replace("\"what\":", "\"type\":");

    assertThat(SCHEMA.violations(altered)).isNotEmpty();
  }

  @Test
  void sarif_follows_the_official_schema() throws IOException {
    String sarif = written(new DriftSarifReport(), drift);

    assertThat(JsonSchema.sarif().violations(sarif)).isEmpty();
    assertThat(sarif).contains("\"fullyQualifiedName\":\"public.orders.total\"");
  }

  @Test
  void junit_xml_has_a_failure_for_each_difference_and_a_passed_test_for_none() throws Exception {
    Element suite = xml(written(new DriftJUnitReport(), drift));

    assertThat(suite.getAttribute("failures")).isEqualTo("4");
    assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(4);
    assertThat(xml(written(new DriftJUnitReport(), none)).getAttribute("tests")).isEqualTo("1");
  }

  @Test
  void html_stands_alone_shows_both_sides_and_escapes_names() throws IOException {
    assertThat(written(new DriftHtmlReport(), drift))
        .startsWith("<!DOCTYPE html>")
        .contains("<tr><th>type</th><td>numeric</td><td>numeric(10,2)</td></tr>")
        .contains("SELECT 1;", "SELECT 2;", "&lt;i&gt;")
        .doesNotContain("<i>")
        .doesNotContain("<script")
        .doesNotContain("src=");
  }

  @Test
  void the_script_mends_all_but_what_would_lose_data_whatever_things_are_called()
      throws IOException {
    assertThat(repaired.differences())
        .singleElement()
        .extracting(each -> each.key().simpleName())
        .isEqualTo("new <i>\nDROP TABLE orders");
    assertThat(written(new RepairScript(), drift))
        .contains("-- This loses the data of table public.new <i> DROP TABLE orders.");
  }

  @ParameterizedTest
  @MethodSource
  void tells_of_the_history(ReportFormat<DriftReport> format) throws IOException {
    assertThat(written(format, drift))
        .containsPattern("locks is locked by me since (<|&lt;)yesterday")
        .contains("release-locks");
    assertThat(written(format, none)).doesNotContain("release-locks");
  }

  static Stream<ReportFormat<DriftReport>> tells_of_the_history() {
    return Stream.of(
        new DriftTextReport(true),
        new DriftJsonReport(),
        new DriftSarifReport(),
        new DriftJUnitReport(),
        new DriftHtmlReport());
  }

  private static String written(ReportFormat<DriftReport> format, DriftReport report)
      throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(report, out);
    return out.toString();
  }

  private static Element xml(String text) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text)));
    return document.getDocumentElement();
  }
}
