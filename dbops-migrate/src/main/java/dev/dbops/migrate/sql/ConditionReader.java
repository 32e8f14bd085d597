package dev.dbops.migrate.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a {@link Condition} from tokens, by splitting at the operator that binds least. */
final class ConditionReader {
  private static final Set<String> QUERIES = Set.of("select", "with", "values", "table");

  private final Tokens tokens;
  private final ExpressionTokens expression;
  private final PredicateReader predicates;

  private ConditionReader(Tokens tokens) {
    this.tokens = tokens;
    this.expression = new ExpressionTokens(tokens);
    this.predicates = new PredicateReader(expression);
  }

  static Condition read(String text) {
    Tokens tokens = Lexer.lex(text).only(kind -> !kind.isComment());
    return tokens.maxDepth() > Splitter.MAX_DEPTH
        ? new Condition.Opaque(text)
        : new ConditionReader(tokens).read(0, tokens.size());
  }

  private Condition read(int from, int to) {
    if (expression.isParenthesised(from, to)) {
      return read(from + 1, to - 1);
    }
    if (from >= to
        || isQuery(from)
        || !expression.separators(from, to, expression::isComma).isEmpty()) {
      return opaque(from, to);
    }
    List<Integer> ors = expression.separators(from, to, i -> tokens.isWord(i, "or"));
    if (!ors.isEmpty()) {
      return new Condition.Or(parts(from, to, ors));
    }
    List<Integer> ands = conjunctions(from, to);
    if (!ands.isEmpty()) {
      return new Condition.And(parts(from, to, ands));
    }
    int start = from;
    while (tokens.isWord(start, "not") && start < to) {
      start++;
    }
    if (start == from) {
      return predicates.read(from, to).orElseGet(() -> opaque(from, to));
    }
    Condition negated = read(start, to);
    return (start - from) % 2 == 0 ? negated : negate(negated);
  }

  private List<Condition> parts(int from, int to, List<Integer> separators) {
    List<Condition> parts = new ArrayList<>();
    int start = from;
    for (int separator : separators) {
      parts.add(read(start, separator));
      start = separator + 1;
    }
    parts.add(read(start, to));
    return parts;
  }

  /** Takes NOT inwards, as the server does before it compares conditions. */
  private static Condition negate(Condition condition) {
    if (condition instanceof Condition.And and) {
      return new Condition.Or(and.parts().stream().map(ConditionReader::negate).toList());
    }
    if (condition instanceof Condition.Or or) {
      return new Condition.And(or.parts().stream().map(ConditionReader::negate).toList());
    }
    if (condition instanceof Condition.NullTest test) {
      return new Condition.NullTest(test.column(), !test.isNull());
    }
    if (condition instanceof Condition.Constant constant) {
      return new Condition.Constant(!constant.value());
    }
    return condition instanceof Condition.Not not ? not.part() : new Condition.Not(condition);
  }

  /** Where AND joins conditions, rather than the two ends of a BETWEEN. */
  private List<Integer> conjunctions(int from, int to) {
    List<Integer> ands = new ArrayList<>();
    int betweens = 0;
    for (int i :
        expression.separators(
            from, to, i -> tokens.isWord(i, "and") || tokens.isWord(i, "between"))) {
      if (tokens.isWord(i, "between")) {
        betweens++;
      } else if (betweens > 0) {
        betweens--;
      } else {
        ands.add(i);
      }
    }
    return ands;
  }

  private boolean isQuery(int i) {
    return tokens.is(i, TokenKind.WORD)
        && QUERIES.contains(tokens.text(i).toLowerCase(Locale.ROOT));
  }

  private Condition opaque(int from, int to) {
    return new Condition.Opaque(from < to ? expression.text(from, to) : "");
  }
}
