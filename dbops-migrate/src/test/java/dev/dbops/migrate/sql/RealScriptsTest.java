package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.sql.GrammarOracle.Verdict;
import dev.dbops.migrate.sql.RawStatement.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    Map<String, String> scripts = LibraryScripts.ofServer(oracle.server());

    int statements = check(scripts);

    assertThat(statements).isGreaterThan(1_000);
  }

  @Test
  void splits_the_schemas_of_libraries() throws IOException {
    Map<String, String> scripts = LibraryScripts.ofJars();

    int statements = check(scripts);

    assertThat(statements).isGreaterThan(1_000);
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
}
