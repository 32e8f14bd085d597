package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingChangeSetsTest {
  @TempDir private Path folder;
  private final ScratchDatabase database = Postgres.newest().create();

  @BeforeEach
  void create_a_schema_for_the_bookkeeping() throws SQLException {
    database.execute("CREATE SCHEMA \"Books\"");
  }

  @AfterEach
  void drop_the_database() {
    database.close();
  }

  @Test
  void everything_is_pending_on_a_database_without_bookkeeping() throws IOException {
    assertThat(pending(liquibase())).containsExactly("1", "2");
    assertThat(pending(flyway())).containsExactly("V1__one.sql", "V2__two.sql");
  }

  @Test
  void knows_a_changeset_of_liquibases_by_id_author_and_path() throws Exception {
    database.execute(
        """
        CREATE TABLE "Books".databasechangelog (id text, author text, filename text);
        INSERT INTO "Books".databasechangelog
        VALUES ('1', 'jo', 'classpath:/db/log.sql'),
               ('2', 'somebody else', 'db/log.sql'),
               ('2', 'jo', 'db/another.sql');
        """);

    assertThat(pending(liquibase())).containsExactly("2");
  }

  @Test
  void knows_a_migration_of_flyways_by_its_script_unless_it_failed() throws Exception {
    database.execute(
        """
        CREATE TABLE "Books".flyway_schema_history (script text, success boolean);
        INSERT INTO "Books".flyway_schema_history
        VALUES ('V1__one.sql', true), ('V2__two.sql', false);
        """);

    assertThat(pending(flyway())).containsExactly("V2__two.sql");
  }

  @Test
  void says_that_plain_sql_files_are_noted_nowhere() throws IOException {
    Changelog plain = Changelog.sql(file("one.sql", "SELECT 1;\n").toString());

    assertThatThrownBy(() -> PendingChangeSets.of(plain, database.dataSource(), "Books"))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("No database knows which plain SQL files it has run");
  }

  private List<String> pending(Changelog changelog) {
    Selection selection = PendingChangeSets.of(changelog, database.dataSource(), "Books");
    return changelog.changeSets().stream().filter(selection::includes).map(ChangeSet::id).toList();
  }

  private Changelog liquibase() throws IOException {
    file(
        "db/log.sql",
        """
        --liquibase formatted sql
        --changeset jo:1
        SELECT 1;
        --changeset jo:2
        SELECT 2;
        """);
    return Changelog.liquibase("db/log.sql", ChangelogOptions.builder().searchPath(folder).build());
  }

  private Changelog flyway() throws IOException {
    file("flyway/V1__one.sql", "SELECT 1;\n");
    file("flyway/V2__two.sql", "SELECT 2;\n");
    return Changelog.flyway(folder.resolve("flyway").toString());
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
