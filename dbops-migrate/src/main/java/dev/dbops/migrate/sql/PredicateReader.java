package dev.dbops.migrate.sql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the predicates on one column that a {@link Condition} is put together from. */
final class PredicateReader {
  private static final Map<String, String> MIRRORED =
      Map.of("=", "=", "<", ">", "<=", ">=", ">", "<", ">=", "<=");

  private final Tokens tokens;
  private final ExpressionTokens expression;

  PredicateReader(ExpressionTokens expression) {
    this.tokens = expression.tokens();
    this.expression = expression;
  }

  /** The predicate; empty if it is of another kind. */
  Optional<Condition> read(int from, int to) {
    return constant(from, to)
        .or(() -> nullTest(from, to))
        .or(() -> comparison(from, to))
        .or(() -> between(from, to))
        .or(() -> membership(from, to));
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
    List<Integer> operators =
        expression.separators(from, to, i -> tokens.is(i, TokenKind.OPERATOR));
    for (int operator : operators) {
      String text = tokens.text(operator);
      if (MIRRORED.containsKey(text)) {
        Optional<String> left = column(from, operator);
        if (left.isPresent() && isValue(operator + 1, to)) {
          String value = expression.text(operator + 1, to);
          return Optional.of(new Condition.Comparison(left.get(), text, value));
        }
        Optional<String> right = column(operator + 1, to);
        if (right.isPresent() && isValue(from, operator)) {
          String value = expression.text(from, operator);
          return Optional.of(
              new Condition.Comparison(right.get(), MIRRORED.getOrDefault(text, text), value));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Condition> between(int from, int to) {
    List<Integer> words = expression.separators(from, to, i -> tokens.isWord(i, "between"));
    List<Integer> ands = expression.separators(from, to, i -> tokens.isWord(i, "and"));
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
                        new Condition.Comparison(column, ">=", expression.text(between + 1, and)),
                        new Condition.Comparison(column, "<=", expression.text(and + 1, to)))));
  }

  private Optional<Condition> membership(int from, int to) {
    List<Integer> ins = expression.separators(from, to, i -> tokens.isWord(i, "in"));
    if (ins.size() != 1 || !expression.isParenthesised(ins.get(0) + 1, to)) {
      return Optional.empty();
    }
    int start = ins.get(0) + 2;
    List<Integer> commas = expression.separators(start, to - 1, expression::isComma);
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
    if (expression.isParenthesised(from, to)) {
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
    if (expression.isParenthesised(from, to)) {
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
}
