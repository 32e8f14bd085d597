package dev.dbops.migrate.sql.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * Options in parentheses. PostgreSQL's grammar takes any name with any value, in any order, and
 * leaves the rest to the command.
 */
final class OptionLists {
  /** The options that the model has to know. */
  private static final Set<Integer> MEANT =
      Set.of(
          SQLParser.FULL,
          SQLParser.ANALYZE,
          SQLParser.ANALYSE,
          SQLParser.CONCURRENTLY,
          SQLParser.TABLESPACE);

  private static final Set<Integer> COMMANDS =
      Set.of(
          SQLParser.VACUUM,
          SQLParser.ANALYZE,
          SQLParser.ANALYSE,
          SQLParser.EXPLAIN,
          SQLParser.REINDEX,
          SQLParser.CLUSTER);

  private OptionLists() {}

  /** Turns the options that mean nothing to the model into one that the grammar knows. */
  static List<GrammarToken> known(List<GrammarToken> tokens) {
    if (tokens.isEmpty()) {
      return tokens;
    }
    int command = tokens.get(0).getType();
    if (COMMANDS.contains(command) && TokenRuns.is(tokens, 1, SQLParser.LEFT_PAREN)) {
      return replaced(tokens, 1, SQLParser.VERBOSE);
    }
    for (int i = 1; command == SQLParser.COPY && i < tokens.size(); i++) {
      boolean options = TokenRuns.is(tokens, i, SQLParser.LEFT_PAREN);
      if (options && afterTarget(tokens, i)) {
        return replaced(tokens, i, SQLParser.FREEZE);
      }
    }
    return tokens;
  }

  /** Whether the parenthesis stands behind {@code FROM file}, {@code TO STDOUT} and the like. */
  private static boolean afterTarget(List<GrammarToken> tokens, int open) {
    int target = TokenRuns.is(tokens, open - 1, SQLParser.WITH) ? open - 2 : open - 1;
    return TokenRuns.is(tokens, target, SQLParser.StringConstant)
        || TokenRuns.is(tokens, target, SQLParser.STDIN)
        || TokenRuns.is(tokens, target, SQLParser.STDOUT);
  }

  private static List<GrammarToken> replaced(List<GrammarToken> tokens, int open, int known) {
    int close = TokenRuns.endOfGroup(tokens, open) - 1;
    if (close < 0) {
      return tokens;
    }
    List<GrammarToken> replaced = new ArrayList<>(tokens.subList(0, open + 1));
    for (int i = open + 1; i < close; ) {
      int end = TokenRuns.endOfItem(tokens, i, close);
      if (!MEANT.contains(tokens.get(i).getType()) && isOption(tokens, i, end)) {
        replaced.add(tokens.get(i).as(known));
      } else {
        replaced.addAll(tokens.subList(i, end));
      }
      if (end < close) {
        replaced.add(tokens.get(end));
      }
      i = end + 1;
    }
    replaced.addAll(tokens.subList(close, tokens.size()));
    return replaced;
  }

  /** Whether it is a name, or a name and a value. */
  private static boolean isOption(List<GrammarToken> tokens, int start, int end) {
    boolean signed =
        TokenRuns.is(tokens, start + 1, SQLParser.MINUS)
            || TokenRuns.is(tokens, start + 1, SQLParser.PLUS);
    int value = start + (signed ? 2 : 1);
    return TokenRuns.isName(tokens, start)
        && (value >= end || value + 1 == end || TokenRuns.endOfGroup(tokens, value) == end);
  }

  /** The grammar wants the {@code SFUNC} of an aggregate first and the {@code STYPE} second. */
  static List<GrammarToken> sortAggregate(List<GrammarToken> tokens) {
    int open = tokens.size() - 1;
    while (open > 0 && TokenRuns.endOfGroup(tokens, open) != tokens.size()) {
      open--;
    }
    boolean aggregate =
        TokenRuns.is(tokens, 0, SQLParser.CREATE)
            && (TokenRuns.is(tokens, 1, SQLParser.AGGREGATE)
                || TokenRuns.is(tokens, 3, SQLParser.AGGREGATE));
    if (!aggregate || open <= 0) {
      return tokens;
    }
    int close = tokens.size() - 1;
    List<List<GrammarToken>> items = new ArrayList<>();
    List<GrammarToken> commas = new ArrayList<>();
    for (int i = open + 1; i <= close; ) {
      int end = TokenRuns.endOfItem(tokens, i, close);
      items.add(tokens.subList(i, end));
      commas.add(tokens.get(end));
      i = end + 1;
    }
    items.sort(Comparator.comparingInt(OptionLists::rank));
    List<GrammarToken> sorted = new ArrayList<>(tokens.subList(0, open + 1));
    for (int i = 0; i < items.size(); i++) {
      sorted.addAll(items.get(i));
      sorted.add(commas.get(i));
    }
    return sorted;
  }

  private static int rank(List<GrammarToken> option) {
    int name = option.isEmpty() ? 0 : option.get(0).getType();
    return switch (name) {
      case SQLParser.BASETYPE -> 0;
      case SQLParser.SFUNC -> 1;
      case SQLParser.STYPE -> 2;
      default -> 3;
    };
  }
}
