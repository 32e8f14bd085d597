package dev.dbops.migrate.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Reads a {@link Condition} from tokens, by splitting at the operator that binds least. */
final class ConditionReader {
  private static final Set<String> QUERIES = Set.of("select", "with", "values", "table");
  private static final Map<String, String> MIRRORED =
      Map.of("=", "=", "<", ">", "<=", ">=", ">", "<", ">=", "<=");

  private final Tokens tokens;

  private ConditionReader(Tokens tokens) {
    this.tokens = tokens;
  }

  static Condition read(String text) {
    Tokens tokens = Lexer.lex(text).only(kind -> !kind.isComment());
    return tokens.maxDepth() > Splitter.MAX_DEPTH
        ? new Condition.Opaque(text)
        : new ConditionReader(tokens).read(0, tokens.size());
  }

  private Condition read(int from, int to) {
    if (isParenthesised(from, to)) {
      return read(from + 1, to - 1);
    }
    if (from >= to || isQuery(from) || !separators(from, to, this::isComma).isEmpty()) {
      return opaque(from, to);
    }
    List<Integer> ors = separators(from, to, i -> tokens.isWord(i, "or"));
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
      return leaf(from, to);
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

  private Condition leaf(int from, int to) {
    Optional<Condition> understood =
        constant(from, to)
            .or(() -> nullTest(from, to))
            .or(() -> comparison(from, to))
            .or(() -> between(from, to))
            .or(() -> membership(from, to));
    return understood.orElseGet(() -> opaque(from, to));
  }

  private Optional<Condition> constant(int from, int to) {
    if (to - from == 1 && (tokens.isWord(from, "true") || tokens.isWord(from, "false"))) {
      return Optional.of(new Condition.Constant(tokens.isWord(from, "true")));
    }
    if (to - from != 3 || !isPlainConstant(from) || !isPlainConstant(from + 2)) {
      return Optional.empty();
    }
    boolean same = isSameConstant(from, from + 2);
    if (tokens.isOperator(from + 1, "=")) {
      return Optional.of(new Condition.Constant(same));
    }
    boolean differs = tokens.isOperator(from + 1, "<>") || tokens.isOperator(from + 1, "!=");
    return differs ? Optional.of(new Condition.Constant(!same)) : Optional.empty();
  }

  private boolean isPlainConstant(int i) {
    return tokens.is(i, TokenKind.NUMBER) && tokens.text(i).matches("[0-9.]+")
        || tokens.is(i, TokenKind.STRING);
  }

  private boolean isSameConstant(int a, int b) {
    boolean numbers = tokens.is(a, TokenKind.NUMBER) && tokens.is(b, TokenKind.NUMBER);
    return numbers
        ? new BigDecimal(tokens.text(a)).compareTo(new BigDecimal(tokens.text(b))) == 0
        : tokens.text(a).equals(tokens.text(b));
  }

  private Optional<Condition> nullTest(int from, int to) {
    if (tokens.isWord(to - 1, "isnull") || tokens.isWord(to - 1, "notnull")) {
      boolean isNull = tokens.isWord(to - 1, "isnull");
      return column(from, to - 1).map(column -> new Condition.NullTest(column, isNull));
    }
    if (!tokens.isWord(to - 1, "null")) {
      return Optional.empty();
    }
    if (tokens.isWord(to - 2, "from") && tokens.isWord(to - 3, "distinct")) {
      return distinctFromNull(from, to - 3);
    }
    if (tokens.isWord(to - 2, "is")) {
      return column(from, to - 2).map(column -> new Condition.NullTest(column, true));
    }
    return tokens.isWord(to - 2, "not") && tokens.isWord(to - 3, "is")
        ? column(from, to - 3).map(column -> new Condition.NullTest(column, false))
        : Optional.empty();
  }

  /** {@code IS DISTINCT FROM NULL}, which the server takes for {@code IS NOT NULL}. */
  private Optional<Condition> distinctFromNull(int from, int to) {
    boolean not = tokens.isWord(to - 1, "not");
    int is = not ? to - 2 : to - 1;
    return tokens.isWord(is, "is")
        ? column(from, is).map(column -> new Condition.NullTest(column, not))
        : Optional.empty();
  }

  private Optional<Condition> comparison(int from, int to) {
    List<Integer> operators = separators(from, to, i -> tokens.is(i, TokenKind.OPERATOR));
    for (int operator : operators) {
      String text = tokens.text(operator);
      if (MIRRORED.containsKey(text)) {
        Optional<String> left = column(from, operator);
        if (left.isPresent() && isValue(operator + 1, to)) {
          String value = text(operator + 1, to);
          return Optional.of(new Condition.Comparison(left.get(), text, value));
        }
        Optional<String> right = column(operator + 1, to);
        if (right.isPresent() && isValue(from, operator)) {
          String value = text(from, operator);
          return Optional.of(
              new Condition.Comparison(right.get(), MIRRORED.getOrDefault(text, text), value));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Condition> between(int from, int to) {
    List<Integer> words = separators(from, to, i -> tokens.isWord(i, "between"));
    List<Integer> ands = separators(from, to, i -> tokens.isWord(i, "and"));
    if (words.size() != 1 || ands.size() != 1) {
      return Optional.empty();
    }
    int between = words.get(0);
    int and = ands.get(0);
    if (!isValue(between + 1, and) || !isValue(and + 1, to)) {
      return Optional.empty();
    }
    return column(from, between)
        .map(
            column ->
                new Condition.And(
                    List.of(
                        new Condition.Comparison(column, ">=", text(between + 1, and)),
                        new Condition.Comparison(column, "<=", text(and + 1, to)))));
  }

  private Optional<Condition> membership(int from, int to) {
    List<Integer> ins = separators(from, to, i -> tokens.isWord(i, "in"));
    if (ins.size() != 1 || !isParenthesised(ins.get(0) + 1, to)) {
      return Optional.empty();
    }
    int start = ins.get(0) + 2;
    List<Integer> commas = separators(start, to - 1, this::isComma);
    for (int comma : commas) {
      if (!isValue(start, comma)) {
        return Optional.empty();
      }
      start = comma + 1;
    }
    return isValue(start, to - 1)
        ? column(from, ins.get(0))
            .map(column -> new Condition.Membership(column, commas.size() + 1))
        : Optional.empty();
  }

  /** A column, perhaps with its table and in parentheses. */
  private Optional<String> column(int from, int to) {
    if (isParenthesised(from, to)) {
      return column(from + 1, to - 1);
    }
    for (int i = from; i < to; i++) {
      boolean fits =
          (i - from) % 2 == 0 ? tokens.kind(i).isIdentifier() : tokens.is(i, TokenKind.DOT);
      if (!fits) {
        return Optional.empty();
      }
    }
    return (to - from) % 2 == 1
        ? Optional.of(SqlIdentifier.truncate(SqlIdentifier.fold(tokens.text(to - 1))))
        : Optional.empty();
  }

  /** A constant, a parameter or a placeholder, with a sign or with the name of its type. */
  private boolean isValue(int from, int to) {
    if (isParenthesised(from, to)) {
      return isValue(from + 1, to - 1);
    }
    int start = from;
    if (tokens.isOperator(start, "-") || tokens.isOperator(start, "+")) {
      start++;
    } else if (tokens.is(start, TokenKind.WORD) && tokens.is(start + 1, TokenKind.STRING)) {
      start++;
    }
    boolean constant =
        start < to
            && (tokens.kind(start).isString()
                || tokens.is(start, TokenKind.NUMBER)
                || tokens.is(start, TokenKind.PARAMETER)
                || tokens.is(start, TokenKind.PLACEHOLDER));
    boolean cast = start + 2 < to && tokens.is(start + 1, TokenKind.DOUBLE_COLON);
    return constant && (start + 1 == to || cast && column(start + 2, to).isPresent());
  }

  /** Where AND joins conditions, rather than the two ends of a BETWEEN. */
  private List<Integer> conjunctions(int from, int to) {
    List<Integer> ands = new ArrayList<>();
    int betweens = 0;
    for (int i :
        separators(from, to, i -> tokens.isWord(i, "and") || tokens.isWord(i, "between"))) {
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

  /** The tokens asked for that stand in no parentheses and in no CASE. */
  private List<Integer> separators(int from, int to, IntPredicate wanted) {
    List<Integer> found = new ArrayList<>();
    int depth = 0;
    for (int i = from; i < to; i++) {
      int nesting = nesting(i);
      depth += nesting;
      if (nesting == 0 && depth == 0 && wanted.test(i) && !tokens.is(i - 1, TokenKind.DOT)) {
        found.add(i);
      }
    }
    return found;
  }

  /** How much deeper the tokens after this one stand. */
  private int nesting(int i) {
    return switch (tokens.kind(i)) {
      case LEFT_PAREN, LEFT_BRACKET -> 1;
      case RIGHT_PAREN, RIGHT_BRACKET -> -1;
      case WORD -> {
        boolean name = tokens.is(i - 1, TokenKind.DOT);
        boolean opens = !name && tokens.isWord(i, "case");
        boolean closes = !name && tokens.isWord(i, "end");
        yield opens ? 1 : closes ? -1 : 0;
      }
      default -> 0;
    };
  }

  /** Whether the first token opens a parenthesis that the last one closes. */
  private boolean isParenthesised(int from, int to) {
    if (to - from < 2 || !tokens.is(from, TokenKind.LEFT_PAREN)) {
      return false;
    }
    int depth = 0;
    for (int i = from; i < to; i++) {
      if (tokens.is(i, TokenKind.LEFT_PAREN)) {
        depth++;
      } else if (tokens.is(i, TokenKind.RIGHT_PAREN) && --depth == 0) {
        return i == to - 1;
      }
    }
    return false;
  }

  private boolean isComma(int i) {
    return tokens.is(i, TokenKind.COMMA);
  }

  private boolean isQuery(int i) {
    return tokens.is(i, TokenKind.WORD)
        && QUERIES.contains(tokens.text(i).toLowerCase(Locale.ROOT));
  }

  private Condition opaque(int from, int to) {
    return new Condition.Opaque(from < to ? text(from, to) : "");
  }

  private String text(int from, int to) {
    return tokens.source().substring(tokens.start(from), tokens.end(to - 1));
  }
}
