package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.error.DbopsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitChangesTest {
  private static final String THREE =
      """
      --liquibase formatted sql
      --changeset a:1
      CREATE TABLE one (id int);
      --changeset a:2
      CREATE TABLE two (id int);
      --changeset a:3
      CREATE TABLE three (id int);
      """;

  @TempDir private Path folder;
  private Path repository;

  @BeforeEach
  void commits_a_changelog_and_a_folder_of_migrations() throws Exception {
    repository = Files.createDirectory(folder.resolve("repository"));
    git("init", "-q", "-b", "main");
    write("db/three.sql", THREE);
    write("flyway/V1__one.sql", "SELECT 1;\n");
    write("flyway/V2__ü two.sql", "SELECT 2;\n");
    commit("first");
  }

  @Test
  void selects_only_the_changesets_whose_lines_changed() throws Exception {
    write("db/three.sql", THREE.replace("two (id int)", "two (id bigint)"));

    assertThat(changedSince("HEAD", changelog())).containsExactly("2");
  }

  @Test
  void selects_new_renamed_and_ignored_files_with_odd_names() throws Exception {
    write(".gitignore", "V4*\n");
    commit("ignore");
    Files.move(
        repository.resolve("flyway/V2__ü two.sql"), repository.resolve("flyway/V2__ü drei.sql"));
    write("flyway/V3__it\"s new.sql", "SELECT 3;\n");
    git("add", "-A");
    write("flyway/V4__ignored.sql", "SELECT 4;\n");

    assertThat(changedSince("HEAD", migrations("flyway")))
        .containsExactly("V2__ü drei.sql", "V3__it\"s new.sql", "V4__ignored.sql");
  }

  @Test
  void looks_into_files_that_git_takes_for_binary() throws Exception {
    write(".gitattributes", "*.sql binary\n");
    commit("attributes");
    write("db/three.sql", THREE.replace("three (id int)", "three (id bigint)"));

    assertThat(changedSince("HEAD", changelog())).containsExactly("3");
  }

  @Test
  void is_not_misled_by_lines_that_look_like_a_diff() throws Exception {
    write("db/three.sql", THREE.replace("two (id int);", "two (id int);\n++ b/x\n@@ -1 +1 @@"));

    assertThat(changedSince("HEAD", changelog())).containsExactly("2");
  }

  @Test
  void compares_with_where_the_branches_parted() throws Exception {
    git("checkout", "-qb", "feature");
    write("db/three.sql", THREE.replace("one (id int)", "one (id bigint)"));
    commit("feature");
    git("checkout", "-q", "main");
    write("db/three.sql", THREE + "--changeset a:4\nCREATE TABLE four (id int);\n");
    commit("more on main");
    git("checkout", "-q", "feature");

    assertThat(changedSince("main", changelog())).containsExactly("1");
  }

  @Test
  void tells_files_of_the_same_name_in_two_modules_apart() throws Exception {
    write("a/flyway/V1__one.sql", "SELECT 1;\n");
    commit("module a");
    write("flyway/V1__one.sql", "SELECT 11;\n");

    assertThat(changedSince("HEAD", migrations("a/flyway"))).isEmpty();
    assertThat(changedSince("HEAD", migrations("flyway"))).containsExactly("V1__one.sql");
  }

  @Test
  void follows_a_link_to_the_changelog() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), repository);
    write("flyway/V1__one.sql", "SELECT 11;\n");

    Changelog linked = Changelog.flyway(link.resolve("flyway").toString());

    assertThat(changedSince("HEAD", linked)).containsExactly("V1__one.sql");
  }

  @Test
  void refuses_a_changelog_outside_any_working_tree() throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve("elsewhere")).resolve("V1__a.sql"), "SELECT 1;\n");

    Changelog elsewhere = Changelog.flyway(folder.resolve("elsewhere").toString());

    assertThatThrownBy(() -> GitChanges.since("HEAD", elsewhere))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("not in a git working tree");
  }

  @Test
  void says_what_to_do_when_the_ref_is_unknown() {
    assertThatThrownBy(() -> GitChanges.since("no-such-branch", changelog()))
        .isInstanceOf(DbopsException.class)
        .hasMessageContainingAll("no-such-branch", "Name a ref that exists");
  }

  @Test
  void says_what_to_do_when_the_history_is_cut_off() throws Exception {
    git("checkout", "-q", "--orphan", "shallow");
    commit("without a parent");

    assertThatThrownBy(() -> GitChanges.since("main", changelog()))
        .isInstanceOf(DbopsException.class)
        .hasMessageContainingAll("main and HEAD parted", "fetch-depth: 0");
  }

  @Test
  void refuses_a_ref_that_git_would_take_for_an_option() {
    assertThatThrownBy(() -> GitChanges.since("--output=x", changelog()))
        .isInstanceOf(DbopsException.class);
  }

  private Changelog changelog() {
    return Changelog.liquibase(
        "three.sql", ChangelogOptions.builder().searchPath(repository.resolve("db")).build());
  }

  private Changelog migrations(String path) {
    return Changelog.flyway(repository.resolve(path).toString());
  }

  private static List<String> changedSince(String ref, Changelog changelog) {
    Selection selection = GitChanges.since(ref, changelog);
    return changelog.changeSets().stream().filter(selection::includes).map(ChangeSet::id).toList();
  }

  private void write(String path, String text) throws IOException {
    Path file = repository.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void commit(String message) throws Exception {
    git("add", "-A");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", message);
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
