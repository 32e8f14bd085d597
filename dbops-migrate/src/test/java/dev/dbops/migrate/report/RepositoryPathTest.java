package dev.dbops.migrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.Linter;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.lint.LintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryPathTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writes_a_migration_far_from_the_working_directory() throws IOException {
    Path sql = Files.createDirectories(folder.resolve("shop/orders/db sql"));
    file = Files.writeString(sql.resolve("1.sql"), "CREATE INDEX i ON orders (note);\n");
  }

  @Test
  void begins_at_the_root_of_the_working_tree() throws IOException {
    Files.createDirectory(folder.resolve("shop/.git"));

    assertThat(RepositoryPath.of(SourceFile.of(file.toString(), "")))
        .isEqualTo("orders/db sql/1.sql");
  }

  @Test
  void begins_at_the_root_of_a_submodule() throws IOException {
    Files.createDirectory(folder.resolve("shop/.git"));
    Files.writeString(folder.resolve("shop/orders/.git"), "gitdir: ../.git/modules/orders\n");

    assertThat(RepositoryPath.of(SourceFile.of(file.toString(), ""))).isEqualTo("db sql/1.sql");
  }

  @Test
  void is_the_files_own_where_no_repository_has_it() {
    for (String path : List.of("gone/1.sql", "classpath:db/1.sql", file.toString())) {
      assertThat(RepositoryPath.of(SourceFile.of(path, ""))).isEqualTo(path);
    }
  }

  @Test
  void is_what_code_hosts_get_to_read() throws IOException {
    Files.createDirectory(folder.resolve("shop/.git"));
    LintReport report = Linter.create().lint(Changelog.sql(file.toString()));

    assertThat(written(new GitHubReport(), report)).contains(" file=orders/db sql/1.sql,");
    assertThat(written(new SarifReport(), report)).contains("\"uri\": \"orders/db%20sql/1.sql\"");
    assertThat(written(new GitLabReport(), report)).contains("\"path\": \"orders/db sql/1.sql\"");
  }

  private static String written(ReportFormat<LintReport> format, LintReport report)
      throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(report, out);
    return out.toString().replace("\":\"", "\": \"");
  }
}
