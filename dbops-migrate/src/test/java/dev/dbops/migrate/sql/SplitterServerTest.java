package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.sql.GrammarOracle.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares where the splitter cuts damaged scripts with where the server's grammar cuts them. */
class SplitterServerTest {
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
  void cuts_a_damaged_script_where_the_server_cuts_it() throws IOException {
    Random random = new Random(45);
    int accepted = 0;
    int refused = 0;
    for (Path script : Scripts.files()) {
      String original = Files.readString(script);
      for (int i = 0; i < 200; i++) {
        String text = Scripts.mutate(original, random);
        if (isForTheServer(text)) {
          boolean valid = check(text);
          accepted += valid ? 1 : 0;
          refused += valid ? 0 : 1;
        }
      }
    }
    assertThat(accepted).isGreaterThan(1_000);
    assertThat(refused).isGreaterThan(1_000);
  }

  /** Checks a script as a whole and statement by statement; answers whether it is valid. */
  private static boolean check(String text) throws IOException {
    List<RawStatement> statements = Scripts.split(text);
    Verdict whole = oracle.ask(text).verdict();
    boolean all = true;
    for (RawStatement statement : statements) {
      Verdict one = oracle.ask(statement.text()).verdict();
      assertThat(one).as(text).isNotEqualTo(Verdict.SEVERAL_STATEMENTS);
      all &= one == Verdict.ACCEPTED;
      assertThat(one == Verdict.REFUSED || statement.defect().isEmpty()).as(text).isTrue();
    }
    assertThat(all).as(text).isEqualTo(whole != Verdict.REFUSED);
    if (all) {
      assertThat(statements.size() > 1).as(text).isEqualTo(whole == Verdict.SEVERAL_STATEMENTS);
    }
    return all;
  }

  /** Whether a script has nothing in it that only psql or a tool for migrations understands. */
  private static boolean isForTheServer(String text) {
    if (oracle.majorVersion() < 16 && text.indexOf('\u000B') >= 0) {
      return false; // no white space yet
    }
    Tokens tokens = Lexer.lex(text);
    for (int i = 0; i < tokens.size(); i++) {
      boolean foreign =
          switch (tokens.kind(i)) {
            case META_COMMAND, COPY_DATA, PLACEHOLDER, BOM -> true;
            case SEMICOLON, COLON -> tokens.end(i) - tokens.start(i) > 1;
            default -> false;
          };
      if (foreign) {
        return false;
      }
    }
    return true;
  }
}
