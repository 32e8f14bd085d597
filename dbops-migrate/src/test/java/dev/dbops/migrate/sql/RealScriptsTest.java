package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.sql.GrammarOracle.Verdict;
import dev.dbops.migrate.sql.RawStatement.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scripts that other people wrote: those that PostgreSQL is set up with, and schemas in jars. */
class RealScriptsTest {
  private static GrammarOracle oracle;

  @BeforeAll
  static void start_the_server() throws IOException {
    oracle = GrammarOracle.start();
  }

  @AfterAll
  static void stop_the_server() throws IOException {
    oracle.close();
  }

  @Test
  void splits_the_scripts_of_postgresql_itself() throws IOException, SQLException {
    Map<String, String> scripts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory("SHAREDIR"))) {
      for (Path file : files.filter(path -> isValidSql(path.getFileName().toString())).toList()) {
        // CREATE EXTENSION fills its own placeholders in before it runs a script.
        String script = Files.readString(file).replaceAll("@ext(schema|owner)(:\\w+)?@", "public");
        scripts.put(file.getFileName().toString(), script);
      }
    }

    int statements = check(scripts);

    assertThat(statements).isGreaterThan(1_000);
  }

  @Test
  void splits_the_schemas_of_libraries() throws IOException {
    Path directory = Path.of("target", "scripts");
    assumeThat(directory).as("jars with schemas, copied by the build").isDirectory();
    Map<String, String> scripts = new TreeMap<>();
    try (Stream<Path> jars = Files.list(directory)) {
      for (Path jar : jars.toList()) {
        scripts.putAll(postgresScripts(jar));
      }
    }

    int statements = check(scripts);

    assertThat(statements).isGreaterThan(1_000);
  }

  /** PostgreSQL 10 still brought scripts with an operator that its grammar had given up. */
  private static boolean isValidSql(String name) {
    return name.endsWith(".sql") && !name.matches("hstore--(1.0--1.1|unpackaged--1.0).sql");
  }

  /** Checks that each statement is one to the server; answers how many there were. */
  private static int check(Map<String, String> scripts) throws IOException {
    List<String> refused = new ArrayList<>();
    int count = 0;
    for (Map.Entry<String, String> script : scripts.entrySet()) {
      SqlText sql = SqlText.verbatim(SourceFile.of(script.getKey(), script.getValue()).whole());
      for (RawStatement statement : Splitter.split(sql)) {
        if (statement.kind() == Kind.SQL) {
          count++;
          GrammarOracle.Answer answer = oracle.ask(statement.text());
          if (answer.verdict() != Verdict.ACCEPTED || statement.defect().isPresent()) {
            refused.add(statement.span() + " " + answer.message() + " " + statement.text());
          }
        }
      }
    }
    assertThat(refused).isEmpty();
    return count;
  }

  private static Path directory(String name) throws SQLException {
    try (Connection connection = oracle.server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select setting from pg_config where name = '" + name + "'")) {
      row.next();
      return Path.of(row.getString(1));
    }
  }

  private static Map<String, String> postgresScripts(Path jar) throws IOException {
    Map<String, String> scripts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        if (entry.getName().matches(".*postgres.*\\.sql")) {
          byte[] bytes = zip.getInputStream(entry).readAllBytes();
          String script = new String(bytes, StandardCharsets.UTF_8);
          if (!script.contains("execute java")) { // a command of Flowable's own
            scripts.put(entry.getName(), script);
          }
        }
      }
    }
    return scripts;
  }
}
