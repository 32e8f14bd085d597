package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dbops.migrate.sql.GrammarOracle.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser is judged by the grammar of the newest server: what one accepts, the other does. */
class ParserServerTest {
  private static final Path GRAMMAR = Path.of("src/test/resources/dev/dbops/migrate/sql/grammar");
  private static final int NEWEST = 18;

  private static GrammarOracle oracle;

  @BeforeAll
  static void start_the_server() throws IOException {
    oracle = GrammarOracle.start();
    assumeThat(oracle.majorVersion())
        .as("an older server does not know all that the parser knows")
        .isGreaterThanOrEqualTo(NEWEST);
  }

  @AfterAll
  static void stop_the_server() throws IOException {
    oracle.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter-table",
        "create-table",
        "indexes",
        "objects",
        "functions",
        "plpgsql",
        "queries"
      })
  void reads_every_form_that_the_server_accepts(String file) throws IOException {
    Agreement agreement = judge(read(file));

    assertThat(agreement.refusedByServer).isEmpty();
    assertThat(agreement.refusedByParser).isEmpty();
    assertThat(agreement.bodiesNotRead).isEmpty();
  }

  @Test
  void reports_its_gaps_as_not_analysed() throws IOException {
    Agreement agreement = judge(read("gaps"));

    assertThat(agreement.refusedByServer).isEmpty();
    assertThat(agreement.refusedByParser).hasSize(agreement.statements);
  }

  @Test
  void refuses_what_the_server_refuses() throws IOException {
    Agreement agreement = judge(read("refused"));

    assertThat(agreement.refusedByServer).hasSize(agreement.statements);
    assertThat(agreement.refusedByParser).hasSize(agreement.statements);
  }

  @Test
  void reads_some_statements_that_the_server_refuses() throws IOException {
    Agreement agreement = judge(read("tolerated"));

    assertThat(agreement.refusedByServer).hasSize(agreement.statements);
    assertThat(agreement.refusedByParser).isEmpty();
  }

  @Test
  void reads_the_schemas_of_libraries() throws IOException {
    Agreement agreement = judge(LibraryScripts.ofJars());

    System.out.println("Schemas of libraries: " + agreement);
    assertThat(agreement.statements).isGreaterThan(1_000);
    assertThat(agreement.refusedByServer).isEmpty();
    assertThat(agreement.refusedByParser).isEmpty();
  }

  @Test
  void reads_the_scripts_of_postgresql_itself() throws IOException, SQLException {
    Agreement agreement = judge(LibraryScripts.ofServer(oracle.server()));

    System.out.println("Scripts of PostgreSQL: " + agreement);
    assertThat(agreement.statements).isGreaterThan(1_000);
    assertThat(agreement.refusedByParser.size() * 500).isLessThan(agreement.statements);
  }

  @Test
  void refuses_broken_statements_as_the_server_does() throws IOException {
    Random random = new Random(18);
    Map<String, String> broken = new TreeMap<>();
    for (String file : List.of("alter-table", "create-table", "indexes", "objects", "queries")) {
      for (RawStatement statement : split(read(file))) {
        for (int i = 0; i < 5; i++) {
          String mutated = mutate(statement.tokens(), random);
          broken.put(broken.size() + ".sql", mutated);
        }
      }
    }

    Agreement agreement = judge(broken);

    System.out.println("Broken statements: " + agreement);
    assertThat(agreement.refusedByServer).hasSizeGreaterThan(3_000);
    assertThat(agreement.toleratedByParser.size() * 50)
        .isLessThan(agreement.refusedByServer.size());
  }

  /** What both say of some statements. */
  private static final class Agreement {
    private int statements;
    private final List<String> refusedByServer = new ArrayList<>();
    private final List<String> refusedByParser = new ArrayList<>();
    private final List<String> toleratedByParser = new ArrayList<>();
    private final List<String> bodiesNotRead = new ArrayList<>();

    void add(RawStatement raw) throws IOException {
      statements++;
      GrammarOracle.Answer answer = oracle.ask(raw.text());
      boolean accepted = answer.verdict() == Verdict.ACCEPTED;
      Statement statement = SqlParser.parse(raw);
      boolean read = !(statement instanceof Unparsed);
      if (!accepted) {
        refusedByServer.add(answer.message() + ": " + raw.text());
      }
      if (statement instanceof Unparsed unparsed) {
        refusedByParser.add(unparsed.reason() + ": " + raw.text());
      }
      if (read && !accepted) {
        toleratedByParser.add(raw.text());
      }
      notRead(statement).ifPresent(reason -> bodiesNotRead.add(reason + ": " + raw.text()));
    }

    private static Optional<String> notRead(Statement statement) {
      Optional<ProcedureBody> body = Optional.empty();
      if (statement instanceof DoBlock block) {
        body = Optional.of(block.body());
      } else if (statement instanceof CreateFunction function
          && function.language().matches("sql|plpgsql")) {
        body = Optional.of(function.body());
      }
      return body.flatMap(ProcedureBody::notAnalysed);
    }

    @Override
    public String toString() {
      return "%d statements; the server refuses %d, the parser %d; it reads %d that the server refuses"
          .formatted(
              statements, refusedByServer.size(), refusedByParser.size(), toleratedByParser.size());
    }
  }

  private static Agreement judge(Map<String, String> scripts) throws IOException {
    Agreement agreement = new Agreement();
    for (RawStatement statement : split(scripts)) {
      agreement.add(statement);
    }
    return agreement;
  }

  private static List<RawStatement> split(Map<String, String> scripts) {
    return scripts.values().stream()
        .flatMap(script -> Scripts.split(script).stream())
        .filter(statement -> statement.kind() == RawStatement.Kind.SQL)
        .filter(statement -> !statement.hasPlaceholders())
        .toList();
  }

  private static Map<String, String> read(String file) throws IOException {
    return Map.of(file, Files.readString(GRAMMAR.resolve(file + ".sql")));
  }

  /** The statement with a token deleted, doubled, or swapped with another. */
  private static String mutate(Tokens tokens, Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      texts.add(tokens.text(i));
    }
    int at = random.nextInt(texts.size());
    int other = random.nextInt(texts.size());
    switch (random.nextInt(3)) {
      case 0 -> texts.remove(at);
      case 1 -> texts.add(at, texts.get(at));
      default -> texts.set(at, texts.set(other, texts.get(at)));
    }
    return String.join(" ", texts);
  }
}
