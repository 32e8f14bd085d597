package dev.dbops.migrate.sql;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression calls and names.
 *
 * <p>Read from its tokens, so that it is known of every expression, also of one that no parser
 * knows. What may be a call counts as one: a volatile function is never missed, while in rare
 * places something else may be taken for a call.
 *
 * @param calls in the order of the text; {@code AT TIME ZONE} is a call of {@code timezone}
 * @param columns the names that are neither calls nor types nor keywords, without their tables; in
 *     a sub-query those of tables too
 * @param constant whether it is made of constants, operators and casts alone
 * @param subquery whether it holds a query
 */
public record ExpressionFacts(
    List<FunctionCall> calls, Set<String> columns, boolean constant, boolean subquery) {
  public ExpressionFacts {
    calls = List.copyOf(calls);
    columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
  }

  /** Never fails: what is no expression at all has facts, too. */
  public static ExpressionFacts of(Expression expression) {
    return new ExpressionReader(expression.text()).read();
  }
}
