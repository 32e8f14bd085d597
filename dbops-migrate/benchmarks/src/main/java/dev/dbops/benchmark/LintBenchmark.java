package dev.dbops.benchmark;

import dev.dbops.migrate.Linter;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.lint.LintReport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * A changelog that is read already, through lexer, parser, schema and all rules, beside the two
 * parsers alone on the same statements. One thread, warm; the time of a whole run each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
public class LintBenchmark {
  @Param private Corpus corpus = Corpus.KEYCLOAK;

  private final Linter linter = Linter.create();
  private Changelog changelog =
      new Changelog(Changelog.Runner.PSQL, List.of(), List.of(), List.of());
  private List<String> statements = List.of();

  @Setup
  public void read() throws IOException {
    changelog = corpus.changelog();
    statements = Corpus.statements(changelog);
    System.out.println(statements.size() + " statements");
  }

  @Benchmark
  public LintReport lint() {
    return linter.lint(changelog);
  }

  /** The grammar with the lexer that comes with it. */
  @Benchmark
  public void grammarAlone(Blackhole blackhole) {
    for (String statement : statements) {
      SQLLexer lexer = new SQLLexer(CharStreams.fromString(statement));
      lexer.removeErrorListeners();
      SQLParser parser = new SQLParser(new CommonTokenStream(lexer));
      parser.removeErrorListeners();
      parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
      blackhole.consume(parser.sql());
    }
  }

  @Benchmark
  public void jsqlparserAlone(Blackhole blackhole) {
    for (String statement : statements) {
      try {
        blackhole.consume(new CCJSqlParser(statement).Statement());
      } catch (ParseException | TokenMgrException notUnderstood) {
        blackhole.consume(notUnderstood);
      }
    }
  }
}
