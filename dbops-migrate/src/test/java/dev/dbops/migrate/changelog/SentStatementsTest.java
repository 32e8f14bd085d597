package dev.dbops.migrate.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we read of each format is what Liquibase sends to a live server, statement by statement. */
class SentStatementsTest {
  private static final Path SHOP = Path.of("src/test/resources/changelog/shop");

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "xml/changelog.xml, 1",
    "yaml/changelog.yaml, 1",
    "json/changelog.json, 0",
    "sql/changelog.sql, 0"
  })
  void reads_what_liquibase_sends_forward_and_back(String path, int irreversible) throws Exception {
    SentStatements liquibase = new SentStatements(SHOP, path, database(path));

    Changelog changelog =
        Changelog.liquibase(path, ChangelogOptions.builder().searchPath(SHOP).build());

    assertThat(changelog.problems()).isEmpty();
    assertThat(forward(changelog)).isEqualTo(liquibase.update());
    int count = changelog.changeSets().size() - irreversible;
    assertThat(backward(changelog, count)).isEqualTo(liquibase.rollback(count));
  }

  private static List<String> forward(Changelog changelog) {
    return changelog.changeSets().stream().flatMap(c -> sql(c.changes()).stream()).toList();
  }

  private static List<String> backward(Changelog changelog, int count) {
    List<ChangeSet> changeSets = new ArrayList<>(changelog.changeSets());
    Collections.reverse(changeSets);
    return changeSets.stream().limit(count).flatMap(c -> sql(c.rollback()).stream()).toList();
  }

  private static List<String> sql(List<Change> changes) {
    return changes.stream()
        .map(change -> ((Change.Sql) change).sql().text())
        // The driver cuts off the last semicolon when Liquibase asks it for "native SQL".
        .map(sql -> sql.replaceFirst(";$", ""))
        .toList();
  }

  private static DataSource database(String path) throws SQLException {
    String name = path.substring(0, path.indexOf('/'));
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return server.getDatabase("postgres", name);
  }
}
