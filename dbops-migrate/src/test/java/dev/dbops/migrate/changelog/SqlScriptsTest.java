package dev.dbops.migrate.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptsTest {
  private static final String FOLDER = Sent.FIXTURES + "/scripts";

  @Test
  void reads_a_folder_in_the_order_of_its_paths() {
    Changelog changelog = Changelog.sql(FOLDER);

    assertThat(changelog.runner()).isEqualTo(Changelog.Runner.PSQL);
    assertThat(changelog.problems()).isEmpty();
    assertThat(changelog.changeSets())
        .extracting(ChangeSet::path)
        .containsExactly(
            FOLDER + "/10_ten.sql",
            FOLDER + "/20_table.up.sql",
            FOLDER + "/2_two.sql",
            FOLDER + "/30_empty.sql",
            FOLDER + "/nested/3_three.sql");
    assertThat(changelog.changeSets())
        .extracting(ChangeSet::transaction)
        .containsOnly(TransactionMode.AUTOCOMMIT);
  }

  @Test
  void takes_each_file_as_one_script() {
    ChangeSet ten = Sent.changeSet(Changelog.sql(FOLDER + "/10_ten.sql"), "10_ten.sql");

    assertThat(Sent.texts(ten.changes())).containsExactly("SELECT 10;\n");
    assertThat(Sent.changeSet(Changelog.sql(FOLDER), "30_empty.sql").changes()).isEmpty();
  }

  @Test
  void reads_past_links_that_lead_nowhere_or_in_a_circle(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1;");
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Files.createSymbolicLink(folder.resolve("V2__gone.sql"), folder.resolve("gone"));
    Files.createSymbolicLink(folder.resolve(".#V1__a.sql"), folder.resolve("somebody@host"));

    Changelog plain = Changelog.sql(folder.toString());
    Changelog flyway = Changelog.flyway(folder.toString());
    Changelog glob = Changelog.sql(folder + "/V*.sql");

    assertThat(List.of(plain, flyway, glob))
        .allSatisfy(each -> assertThat(each.changeSets()).hasSize(1));
    assertThat(List.of(plain, flyway))
        .allSatisfy(
            each ->
                assertThat(each.problems())
                    .extracting(ReadProblem::message)
                    .satisfiesExactlyInAnyOrder(
                        loop -> assertThat(loop).contains("/loop is a link", "a loop"),
                        gone ->
                            assertThat(gone)
                                .endsWith("V2__gone.sql is a link to a file that does not exist")));
    assertThat(glob.problems())
        .extracting(ReadProblem::message)
        .singleElement()
        .asString()
        .contains("V2__gone.sql");
  }

  @Test
  void undoes_an_up_script_by_its_down_script() {
    ChangeSet up = Sent.changeSet(Changelog.sql(FOLDER), "20_table.up.sql");

    assertThat(Sent.texts(up.changes())).containsExactly("CREATE TABLE t (id int);\n");
    assertThat(Sent.texts(up.rollback())).containsExactly("DROP TABLE t;\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /*_t*.sql         | 10_ten.sql 20_table.up.sql 2_two.sql
          /**/*_t??*.sql    | 10_ten.sql 20_table.up.sql 2_two.sql 3_three.sql
          /nested/*.sql     | 3_three.sql
          /{2,10}_*.sql     | 10_ten.sql 2_two.sql
          /[3-9]*.sql       | 30_empty.sql
          """)
  void reads_what_a_glob_matches(String glob, String expected) {
    List<String> ids =
        Sent.ids(Changelog.sql(FOLDER + glob)).stream()
            .filter(id -> !id.endsWith("down.sql"))
            .toList();

    assertThat(String.join(" ", ids)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scripts", "scripts/*_t*.sql", "scripts/10_ten.sql"})
  void looks_folders_globs_and_files_up_on_the_search_path(String location) {
    ChangelogOptions options =
        ChangelogOptions.builder()
            .searchPath(Sent.FIXTURES.resolve("nowhere"))
            .searchPath(Sent.FIXTURES.toAbsolutePath())
            .build();

    Changelog changelog = Changelog.sql(location, options);

    assertThat(changelog.problems()).isEmpty();
    assertThat(changelog.changeSets()).extracting(ChangeSet::path).contains("scripts/10_ten.sql");
  }

  @Test
  void reads_a_folder_on_the_class_path(@TempDir Path classes) throws IOException {
    Files.writeString(
        Files.createDirectories(classes.resolve("db/sql")).resolve("1_one.sql"), "SELECT 1;");

    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      ChangelogOptions options = ChangelogOptions.builder().classLoader(loader).build();
      Changelog changelog = Changelog.sql("classpath:db/sql", options);

      assertThat(changelog.problems()).isEmpty();
      assertThat(Sent.ids(changelog)).containsExactly("1_one.sql");
    }
  }
}
