package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.changelog.TransactionMode;
import dev.dbops.migrate.error.DbopsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitChangesTest {
  @TempDir Path repository;

  @BeforeEach
  void commits_two_changesets() throws Exception {
    git("init", "-q");
    write("db/one.sql", "SELECT 1;\nSELECT 2;\nSELECT 3;\n");
    write("db/ü two.sql", "SELECT 4;\n");
    git("add", "-A");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "first");
  }

  @Test
  void selects_only_the_changesets_whose_lines_changed() throws Exception {
    write("db/one.sql", "SELECT 1;\nSELECT 22;\nSELECT 3;\n");

    Selection selection = GitChanges.since("HEAD", repository.resolve("db")).selection();

    assertThat(selection.includes(changeSet("db/one.sql", 1))).isFalse();
    assertThat(selection.includes(changeSet("db/one.sql", 2))).isTrue();
    assertThat(selection.includes(changeSet("db/one.sql", 3))).isFalse();
  }

  @Test
  void selects_new_and_renamed_files_with_odd_names() throws Exception {
    write("db/new file.sql", "SELECT 5;\n");
    Files.move(repository.resolve("db/ü two.sql"), repository.resolve("db/ü three.sql"));

    Selection selection = GitChanges.since("HEAD", repository).selection();

    assertThat(selection.includes(changeSet("db/new file.sql", 1))).isTrue();
    assertThat(selection.includes(changeSet("db/ü three.sql", 1))).isTrue();
    assertThat(selection.includes(changeSet("db/one.sql", 1))).isFalse();
  }

  @Test
  void says_what_to_do_when_the_ref_is_unknown() {
    assertThatThrownBy(() -> GitChanges.since("no-such-branch", repository))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("no-such-branch")
        .hasMessageContaining("Name a ref that exists");
  }

  @Test
  void refuses_a_ref_that_git_would_take_for_an_option() {
    assertThatThrownBy(() -> GitChanges.since("--output=x", repository))
        .isInstanceOf(DbopsException.class);
  }

  /** A changeset of one line. */
  private ChangeSet changeSet(String path, int line) throws IOException {
    SourceFile file = SourceFile.of(path, Files.readString(repository.resolve(path)));
    int start = file.offset(line, 1);
    SourceSpan span = file.span(start, start + file.line(line).length());
    return new ChangeSet(
        "id",
        "",
        path,
        span,
        TransactionMode.ONE,
        List.of(new Change.Sql("sql", SqlText.verbatim(span))),
        List.of(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        false,
        false,
        false);
  }

  private void write(String path, String text) throws IOException {
    Path file = repository.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
