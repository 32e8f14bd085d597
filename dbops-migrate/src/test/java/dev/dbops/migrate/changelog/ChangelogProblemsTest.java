package dev.dbops.migrate.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing or broken is one sentence with a place; the rest is read. */
class ChangelogProblemsTest {
  @Test
  void reads_on_past_every_broken_include() {
    Changelog changelog = Sent.liquibase("broken", "master.xml");

    assertThat(Sent.ids(changelog)).containsExactly("first", "before the circle", "last");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          broken/master.xml:4:3         | The included file missing.xml does not exist
          broken/not-well-formed.xml:4:5 | The element type "sql" must be terminated
          broken/not-yaml.yaml:4:6      | expected <block end>
          broken/no-changelog.json:1:1  | Could not find databaseChangeLog node
          broken/empty.yaml:1:1         | empty.yaml is empty
          broken/circle-back.yaml:2:5   | circle.xml includes itself by way of circle-back.yaml
          broken/bad-header.sql:6:1     | bad-header.sql cannot be read
          broken/master.xml:11:3        | The includeAll cannot be read
          broken/master.xml:12:3        | The file no.properties does not exist
          """)
  void says_where_and_what(String place, String message) {
    Changelog changelog = Sent.liquibase("broken", "master.xml");

    assertThat(changelog.problems())
        .filteredOn(problem -> Sent.place(problem.span()).equals(place))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains(message).doesNotContain("\n", "Exception");
              assertThat(problem.remedy()).isNotBlank();
            });
  }

  @Test
  void takes_a_message_of_liquibase_for_no_sql_and_does_not_print_it() {
    Changelog changelog = Sent.liquibase("broken", "output.yaml");

    assertThat(changelog.problems()).isEmpty();
    assertThat(Sent.changeSet(changelog, "tells").changes()).isEmpty();
  }

  @Test
  void lists_the_changes_whose_sql_is_not_known() {
    ChangeSet changeSet = Sent.changeSet(Sent.liquibase("broken", "changes.yaml"), "changes");

    assertThat(Sent.notAnalysed(changeSet.changes()))
        .containsExactly(
            "customChange: it runs the class com.example.Absent, and what that sends is not known",
            "customChange: it runs the class java.lang.Object, and what that sends is not known",
            "refreshMaterialisedView: Liquibase does not know this kind of change",
            "loadData: its rows come from a CSV file, and their types from the table in the"
                + " database",
            "dropAllForeignKeyConstraints: which foreign keys it drops is known only in the"
                + " database",
            "executeCommand: it runs a program",
            "stop: it stops Liquibase",
            "addColumn: Liquibase refuses it: tableName is required for addColumn on postgresql");
    assertThat(Sent.texts(changeSet.changes()))
        .containsExactly("CREATE TABLE public.t (id BIGINT)", "ALTER TABLE public.t ADD c BIGINT");
    assertThat(changeSet.changes().get(1).span().text()).startsWith("customChange:");
    assertThat(Sent.notAnalysed(changeSet.rollback())).hasSize(1);
    assertThat(Sent.texts(changeSet.rollback())).containsExactly("DROP TABLE public.t");
  }

  @Test
  void lists_elements_of_xml_that_are_no_changes() {
    Changelog changelog = Sent.liquibase("broken", "unknown-elements.xml");

    assertThat(Sent.notAnalysed(changelog.changeSets().get(0).changes()))
        .containsExactly(
            "dropEverything: Liquibase does not know this kind of change",
            "createHypertable: Liquibase does not know this kind of change");
    assertThat(Sent.texts(changelog.changeSets().get(0).changes())).containsExactly("SELECT 1");
  }

  @Test
  void reports_the_changesets_that_liquibase_refuses() {
    Changelog changelog = Sent.liquibase("broken", "changes.yaml");

    assertThat(changelog.problems())
        .extracting(problem -> Sent.place(problem.span()) + " " + problem.message())
        .anySatisfy(
            p ->
                assertThat(p)
                    .contains(
                        "yaml:47:5 The changeset changes.yaml::changes::ann is there twice, first at")
                    .endsWith("changes.yaml:2:5"))
        .anySatisfy(
            p ->
                assertThat(p)
                    .contains("yaml:52:5 The changeSet cannot be read")
                    .contains("PERHAPS"))
        .anySatisfy(
            p ->
                assertThat(p)
                    .contains("yaml:63:7 The rollback cannot be read")
                    .contains("does not exist"))
        .anySatisfy(p -> assertThat(p).contains("yaml:66:5 The changeSte cannot be read"))
        .anySatisfy(p -> assertThat(p).contains("yaml:69:5 The changeset has no id"))
        .anySatisfy(
            p ->
                assertThat(p).contains("yaml:27:11 The file no.sql of this sqlFile does not exist"))
        .hasSize(6);
    assertThat(Sent.ids(changelog))
        .containsExactly("changes", "underivable", "changes", "lost rollback", "");
  }

  @ParameterizedTest
  @CsvSource({"latin1.xml, 3, 30, 140", "latin1.yaml, 4, 16, 61", "latin1.sql, 4, 29, 73"})
  void says_which_byte_is_not_in_the_encoding(String file, int line, int column, int offset) {
    Changelog changelog = Sent.liquibase("encodings", file);

    ReadProblem problem = changelog.problems().get(0);

    assertThat(changelog.problems()).hasSize(1);
    assertThat(problem.message())
        .endsWith(
            file
                + " is not UTF-8 text: the byte 0xF6 at offset "
                + offset
                + " does not belong to it");
    assertThat(problem.span().from().line()).isEqualTo(line);
    assertThat(problem.span().from().column()).isEqualTo(column);
  }

  @Test
  void reports_what_is_not_there() {
    List<Changelog> nothing =
        List.of(
            Changelog.liquibase("no/such.xml"),
            Changelog.flyway("no/such/folder"),
            Changelog.sql("no/such.sql"),
            Changelog.sql("no/such/*.sql"),
            Changelog.read("no/such.yaml"));

    assertThat(nothing)
        .allSatisfy(
            changelog -> {
              assertThat(changelog.changeSets()).isEmpty();
              assertThat(changelog.problems()).hasSize(1);
              assertThat(changelog.problems().get(0).message()).endsWith("does not exist");
            });
  }

  @Test
  void reports_what_is_there_and_empty() {
    Changelog changelog = Sent.liquibase("broken", "nothing.xml");

    assertThat(changelog.problems())
        .extracting(ReadProblem::message)
        .containsExactly(Sent.FIXTURES + "/broken/nothing.xml holds no changesets");
  }

  @Test
  void reports_a_file_that_liquibase_has_no_parser_for() {
    Changelog changelog = Sent.liquibase("flyway", "README.md");

    assertThat(changelog.problems()).hasSize(1);
    assertThat(changelog.problems().get(0).message()).contains("README.md cannot be read");
  }
}
