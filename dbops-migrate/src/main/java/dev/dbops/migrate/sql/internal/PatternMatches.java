package dev.dbops.migrate.sql.internal;

import java.util.ArrayList;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * {@code LIKE}, {@code ILIKE} and {@code SIMILAR TO} with their {@code ESCAPE}. The grammar looks
 * for the {@code ESCAPE} of each up to the end of the expression, which takes seconds for some
 * hundred of them; as operators like any other they cost nothing.
 */
final class PatternMatches {
  private PatternMatches() {}

  /** The tokens with an operator in the place of each pattern match. */
  static List<GrammarToken> asOperators(List<GrammarToken> tokens) {
    if (tokens.stream().noneMatch(token -> isMatch(token.getType()))) {
      return tokens;
    }
    List<GrammarToken> simple = new ArrayList<>(tokens.size());
    boolean escapable = false;
    for (int i = 0; i < tokens.size(); i++) {
      int type = tokens.get(i).getType();
      boolean negated = type == SQLParser.NOT;
      int match = negated ? i + 1 : i;
      int end = TokenRuns.endsOperand(tokens, i - 1) ? endOfMatch(tokens, match) : -1;
      if (end > 0) {
        simple.add(tokens.get(i).upTo(tokens.get(end - 1), SQLParser.OP_CHARS));
        escapable = true;
        i = end - 1;
      } else if (type == SQLParser.ESCAPE && escapable && TokenRuns.endsOperand(tokens, i - 1)) {
        simple.add(tokens.get(i).as(SQLParser.OP_CHARS));
        escapable = false;
      } else {
        simple.add(tokens.get(i));
      }
    }
    return simple;
  }

  private static int endOfMatch(List<GrammarToken> tokens, int start) {
    if (TokenRuns.is(tokens, start, SQLParser.SIMILAR)) {
      return TokenRuns.is(tokens, start + 1, SQLParser.TO) ? start + 2 : -1;
    }
    return start < tokens.size() && isMatch(tokens.get(start).getType()) ? start + 1 : -1;
  }

  private static boolean isMatch(int type) {
    return type == SQLParser.LIKE || type == SQLParser.ILIKE || type == SQLParser.SIMILAR;
  }
}
