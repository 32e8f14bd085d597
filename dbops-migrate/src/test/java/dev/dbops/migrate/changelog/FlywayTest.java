package dev.dbops.migrate.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywayTest {
  private static final String FOLDER = Sent.FIXTURES + "/flyway";

  @Test
  void runs_versions_by_number_then_repeatables_by_name_with_callbacks_around() {
    Changelog changelog = Changelog.flyway(FOLDER);

    assertThat(changelog.runner()).isEqualTo(Changelog.Runner.FLYWAY);
    assertThat(Sent.ids(changelog))
        .containsExactly(
            "beforeMigrate.sql",
            "B2__baseline.sql",
            "V1__create_orders.sql",
            "V1_1__add_customer.sql",
            "V1.2__add_city.sql",
            "V2.0__again.sql",
            "V2__add_total.sql",
            "V9__vacuum.sql",
            "V10__index_city.sql",
            "V12__latin.sql",
            "V14__Backfill.java",
            "R__a_view.sql",
            "R__b_view.sql",
            "afterMigrate__analyze.sql");
  }

  @Test
  void takes_each_file_as_one_script_with_its_placeholders() {
    ChangeSet create = Sent.changeSet(Changelog.flyway(FOLDER), "V1__create_orders.sql");

    SqlText script = Sent.sql(create.changes()).get(0);

    assertThat(create.path()).isEqualTo(FOLDER + "/V1__create_orders.sql");
    assertThat(create.author()).isEmpty();
    assertThat(create.displayName()).isEqualTo(create.path());
    assertThat(script.text()).contains("VALUES (1, '${greeting}')");
    assertThat(script.origin()).isEqualTo(create.span());
    assertThat(Sent.inFile(script, "INSERT INTO orders")).isEqualTo("INSERT INTO orders");
  }

  @Test
  void undoes_a_version_by_its_undo_script() {
    Changelog changelog = Changelog.flyway(FOLDER);

    assertThat(Sent.texts(Sent.changeSet(changelog, "V1__create_orders.sql").rollback()))
        .containsExactly("DROP TABLE orders;\n");
    assertThat(Sent.changeSet(changelog, "V9__vacuum.sql").rollback()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "V1__create_orders.sql, false, true, FLYWAY_DETECTED",
    "V9__vacuum.sql, false, true, AUTOCOMMIT",
    "V10__index_city.sql, true, true, FLYWAY_MIXED",
    "V9__vacuum.sql, true, true, AUTOCOMMIT",
    "V10__index_city.sql, false, false, AUTOCOMMIT"
  })
  void knows_what_flyway_wraps_in_a_transaction(
      String id, boolean mixed, boolean executeInTransaction, TransactionMode expected) {
    ChangelogOptions options =
        ChangelogOptions.builder().mixed(mixed).executeInTransaction(executeInTransaction).build();

    ChangeSet changeSet = Sent.changeSet(Changelog.flyway(FOLDER, options), id);

    assertThat(changeSet.transaction()).isEqualTo(expected);
  }

  @Test
  void reads_the_encoding_beside_a_script() {
    ChangeSet latin = Sent.changeSet(Changelog.flyway(FOLDER), "V12__latin.sql");

    assertThat(Sent.texts(latin.changes()).get(0)).contains("'café'");
  }

  @Test
  void marks_what_runs_again() {
    Changelog changelog = Changelog.flyway(FOLDER);

    assertThat(Sent.changeSet(changelog, "R__a_view.sql").runOnChange()).isTrue();
    assertThat(Sent.changeSet(changelog, "beforeMigrate.sql").runAlways()).isTrue();
    assertThat(Sent.changeSet(changelog, "V1__create_orders.sql").runOnChange()).isFalse();
  }

  @Test
  void does_not_analyse_programs_and_baselines_of_what_is_there() {
    Changelog changelog = Changelog.flyway(FOLDER);

    assertThat(Sent.notAnalysed(Sent.changeSet(changelog, "V14__Backfill.java").changes()))
        .containsExactly("java: it is a program, and what it sends is not known");
    assertThat(Sent.notAnalysed(Sent.changeSet(changelog, "B2__baseline.sql").changes()))
        .containsExactly(
            "baseline: it runs on an empty database only, in place of older migrations");
  }

  @Test
  void analyses_a_baseline_that_the_other_versions_build_upon(@TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve("B5__all.sql"), "CREATE TABLE t (id int)");
    Files.writeString(folder.resolve("B4__less.sql"), "CREATE TABLE u (id int)");
    Files.writeString(folder.resolve("V6__more.sql"), "ALTER TABLE t ADD c int");

    Changelog changelog = Changelog.flyway(folder.toString());

    assertThat(Sent.ids(changelog)).containsExactly("B4__less.sql", "B5__all.sql", "V6__more.sql");
    assertThat(Sent.texts(Sent.changeSet(changelog, "B5__all.sql").changes())).hasSize(1);
    assertThat(Sent.texts(Sent.changeSet(changelog, "B4__less.sql").changes())).isEmpty();
  }

  @Test
  void reports_files_that_flyway_passes_over_and_versions_that_are_there_twice() {
    assertThat(Changelog.flyway(FOLDER).problems())
        .extracting(ReadProblem::message)
        .containsExactly(
            "Flyway passes "
                + FOLDER
                + "/V13_one_underscore.sql over: its name is not that of a"
                + " migration",
            FOLDER + "/V2__add_total.sql has version 2 as " + FOLDER + "/V2.0__again.sql has");
  }

  @Test
  void reads_several_locations_on_disk_and_on_the_class_path() {
    Changelog changelog =
        Changelog.flyway("filesystem:" + FOLDER + "/orders, classpath:changelog/flyway/orders");

    assertThat(changelog.changeSets())
        .extracting(ChangeSet::path)
        .containsExactly(
            FOLDER + "/orders/V10__index_city.sql",
            "classpath:changelog/flyway/orders/V10__index_city.sql");
  }

  @Test
  void sorts_versions_of_any_length(@TempDir Path folder) throws Exception {
    List<String> names =
        List.of(
            "V1__a.sql",
            "V1.0.1__b.sql",
            "V2__c.sql",
            "V010__d.sql",
            "V20240131235959123456__e.sql");
    for (String name : names) {
      Files.writeString(folder.resolve(name), "SELECT 1", StandardCharsets.UTF_8);
    }

    assertThat(Sent.ids(Changelog.flyway(folder.toString()))).isEqualTo(names);
  }
}
