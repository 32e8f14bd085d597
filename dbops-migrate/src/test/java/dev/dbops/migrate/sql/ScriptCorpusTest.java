package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.sql.GrammarOracle.Verdict;
import dev.dbops.migrate.sql.RawStatement.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts whose first lines say what is in them: {@code -- statements: 3}, and where they apply
 * {@code meta-commands}, {@code copy-data}, {@code since} a version of PostgreSQL, {@code server:
 * refuses}.
 */
class ScriptCorpusTest {
  private static GrammarOracle oracle;

  @BeforeAll
  static void start_the_server() throws IOException {
    oracle = GrammarOracle.start();
  }

  @AfterAll
  static void stop_the_server() throws IOException {
    oracle.close();
  }

  static List<Path> scripts() throws IOException {
    return Scripts.files();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void finds_as_many_statements_as_the_script_says(Path script) throws IOException {
    String text = Files.readString(script);

    List<RawStatement> statements = Scripts.split(text);

    assertThat(ofKind(statements, Kind.SQL)).hasSize(header(text, "statements"));
    assertThat(ofKind(statements, Kind.META_COMMAND)).hasSize(header(text, "meta-commands"));
    assertThat(ofKind(statements, Kind.COPY_DATA)).hasSize(header(text, "copy-data"));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void cuts_out_what_the_server_takes_for_one_statement(Path script) throws IOException {
    String text = Files.readString(script);
    boolean known = oracle.majorVersion() >= header(text, "since");

    for (RawStatement statement : ofKind(Scripts.split(text), Kind.SQL)) {
      if (known && !text.contains("-- server: refuses")) {
        assertThat(oracle.ask(statement.text()))
            .as(statement.text())
            .extracting(GrammarOracle.Answer::verdict)
            .isEqualTo(Verdict.ACCEPTED);
        assertThat(statement.defect()).isEmpty();
      }
    }
  }

  private static List<RawStatement> ofKind(List<RawStatement> statements, Kind kind) {
    return statements.stream().filter(statement -> statement.kind() == kind).toList();
  }

  private static int header(String text, String name) {
    Matcher matcher = Pattern.compile("-- " + name + ": (\\d+)").matcher(text);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
