package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterFuzzTest {
  private static final int SHORT = 64_000;
  private static final int FACTOR = 16;
  private static final int ROUNDS = 40;

  static List<Path> scripts() throws IOException {
    return Scripts.files();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void loses_nothing_of_a_script_that_is_damaged(Path script) throws IOException {
    Random random = new Random(42);
    String original = Files.readString(script);
    for (int i = 0; i < 300; i++) {
      String text = original;
      for (int mutations = random.nextInt(4); mutations >= 0; mutations--) {
        text = Scripts.mutate(text, random);
      }
      losesNothing(text);
    }
  }

  @Test
  void loses_nothing_of_random_bytes() {
    Random random = new Random(43);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      losesNothing(new String(bytes, StandardCharsets.ISO_8859_1));
      losesNothing(new String(bytes, StandardCharsets.UTF_16));
    }
  }

  @Test
  void loses_nothing_of_random_signs() {
    Random random = new Random(44);
    String signs = "''\"\"$$$aE\\\\\n\n;;()[]-/**:&U{}. 1\r\u0000\uD800";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      losesNothing(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[(",
        "(a;",
        "json_object(",
        "/*",
        "/* */",
        "$a",
        "$a$",
        "${a",
        "$$",
        ":'a",
        ":a",
        "+-",
        "1_",
        "1.",
        "0x",
        "a$",
        "'a'\n",
        "'a'--\n",
        "'",
        "E'\\",
        "\"",
        "U&\"",
        "\\a",
        "\\a '",
        "\\\\",
        "\\copy a from stdin",
        "\\copy a from stdin\n",
        "copy a from stdin;",
        "copy a from stdin;\n",
        "copy a from stdin;\n\\.\n",
        "copy (",
        ";",
        "; /**/",
        "; --\n",
        "\uFEFF",
        "\u00A0",
        "create function begin atomic ",
        "create /**/ ",
        "begin atomic ",
        "case ",
        "end ",
        "a \\g "
      })
  void takes_time_in_proportion_to_the_text(String part) {
    String text = part.repeat(SHORT / part.length());
    String longText = text.repeat(FACTOR);
    losesNothing(longText);

    long best = Long.MAX_VALUE;
    long bestOfLong = Long.MAX_VALUE;
    boolean inProportion = false;
    // Other work can only add to a run's time: what is in proportion shows it in one of the rounds.
    for (int round = 0; round < ROUNDS && !inProportion; round++) {
      best = Math.min(best, nanosToSplit(text));
      bestOfLong = Math.min(bestOfLong, nanosToSplit(longText));
      // In proportion it is the factor, its square otherwise: the border lies between.
      inProportion = bestOfLong < FACTOR * FACTOR / 2 * best;
    }

    assertThat(inProportion).as("%d ns for one, %d ns for %d", best, bestOfLong, FACTOR).isTrue();
  }

  /** The processor time of this thread. */
  private static long nanosToSplit(String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    assertThat(Scripts.split(text)).isNotNull();
    return threads.getCurrentThreadCpuTime() - start;
  }

  private static void losesNothing(String text) {
    assertThat(losses(text)).as(text).isEmpty();
  }

  /** What lies between tokens without being white space, and tokens that are in no statement. */
  private static List<String> losses(String text) {
    List<String> losses = new ArrayList<>();
    List<RawStatement> statements = Scripts.split(text);
    int endOfLast = statements.isEmpty() ? -1 : statements.get(statements.size() - 1).end();
    BitSet found = starts(statements, losses);
    Tokens tokens = Lexer.lex(text);
    int end = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (!isWhiteSpace(text, end, tokens.start(i)) || tokens.end(i) <= tokens.start(i)) {
        losses.add("before " + tokens.start(i));
      }
      boolean between = tokens.is(i, TokenKind.SEMICOLON) || tokens.is(i, TokenKind.BOM);
      boolean afterAll = tokens.kind(i).isComment() && tokens.start(i) > endOfLast;
      if (!between && !afterAll && !found.get(tokens.start(i))) {
        losses.add("at " + tokens.start(i));
      }
      end = tokens.end(i);
    }
    if (!isWhiteSpace(text, end, text.length())) {
      losses.add("at the end");
    }
    return losses;
  }

  /**
   * Where the tokens and comments of the statements start; what is amiss is added to the losses.
   */
  private static BitSet starts(List<RawStatement> statements, List<String> losses) {
    BitSet starts = new BitSet();
    int count = 0;
    int end = 0;
    for (RawStatement statement : statements) {
      if (statement.start() < end
          || statement.parseableText().length() != statement.end() - statement.start()) {
        losses.add("statement at " + statement.start());
      }
      Tokens own = statement.tokens();
      for (int i = 0; i < own.size(); i++) {
        starts.set(own.start(i));
      }
      statement.comments().forEach(comment -> starts.set(comment.start()));
      count += own.size() + statement.comments().size();
      end = statement.end();
    }
    if (starts.cardinality() != count) {
      losses.add("a token is in two statements");
    }
    return starts;
  }

  private static boolean isWhiteSpace(String text, int from, int to) {
    return text.substring(from, to).chars().allMatch(c -> " \t\n\r\f\u000B".indexOf(c) >= 0);
  }
}
