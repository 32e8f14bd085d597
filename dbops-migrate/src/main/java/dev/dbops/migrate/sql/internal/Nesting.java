package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.Splitter;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * Counts how deep a text nests, before a parser that recurses runs out of stack over it:
 * parentheses and brackets, {@code CASE … END}, the blocks of plpgsql, joins that wait for their
 * {@code ON}, and prefixes such as {@code NOT NOT NOT}.
 */
final class Nesting {
  private static final int LIMIT = Splitter.MAX_DEPTH;

  private final int[] outerDepths = new int[LIMIT + 1];
  private final int[] outerJoins = new int[LIMIT + 1];
  private int opened;
  private int depth;
  private int joins;
  private int prefixes;

  private Nesting() {}

  /** Refuses tokens that nest too deep. */
  static void check(List<GrammarToken> tokens) throws Grammar.SyntaxException {
    Nesting nesting = new Nesting();
    int previous = SQLParser.SEMI_COLON;
    for (int i = 0; i < tokens.size(); i++) {
      GrammarToken token = tokens.get(i);
      if (isPrefix(token.getType())) {
        nesting.prefixes += TokenRuns.endsOperand(tokens, i - 1) ? 0 : 1;
      } else {
        nesting.accept(token.getType(), previous);
      }
      if (nesting.depth + nesting.joins + nesting.prefixes > LIMIT) {
        throw new Grammar.SyntaxException("it is nested deeper than " + LIMIT + " levels", token);
      }
      previous = token.getType();
    }
  }

  private void accept(int type, int previous) {
    switch (type) {
      case SQLParser.LEFT_PAREN, SQLParser.LEFT_BRACKET -> open();
      case SQLParser.RIGHT_PAREN, SQLParser.RIGHT_BRACKET, SQLParser.END -> close();
      case SQLParser.CASE, SQLParser.LOOP -> {
        if (previous != SQLParser.END) {
          open();
        }
      }
      case SQLParser.IF, SQLParser.BEGIN -> {
        if (beginsStatement(previous)) {
          open();
        }
      }
      case SQLParser.JOIN -> joins++;
      case SQLParser.ON, SQLParser.USING -> joins = Math.max(0, joins - 1);
      case SQLParser.SEMI_COLON -> joins = 0;
      default -> {}
    }
    prefixes = 0;
  }

  private void open() {
    outerDepths[opened] = depth;
    outerJoins[opened] = joins;
    opened++;
    depth += 1 + joins + prefixes;
    joins = 0;
  }

  private void close() {
    if (opened > 0) {
      opened--;
      depth = outerDepths[opened];
      joins = outerJoins[opened];
    }
  }

  private static boolean isPrefix(int type) {
    return switch (type) {
      case SQLParser.NOT,
          SQLParser.PLUS,
          SQLParser.MINUS,
          SQLParser.OP_CHARS,
          SQLParser.LESS_LESS,
          SQLParser.GREATER_GREATER,
          SQLParser.HASH_SIGN ->
          true;
      default -> false;
    };
  }

  private static boolean beginsStatement(int previous) {
    return switch (previous) {
      case SQLParser.SEMI_COLON,
          SQLParser.THEN,
          SQLParser.ELSE,
          SQLParser.LOOP,
          SQLParser.BEGIN,
          SQLParser.DECLARE,
          SQLParser.GREATER_GREATER ->
          true;
      default -> false;
    };
  }
}
