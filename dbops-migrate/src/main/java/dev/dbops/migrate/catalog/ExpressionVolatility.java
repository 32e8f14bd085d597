package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.ExpressionFacts;
import dev.dbops.migrate.sql.FunctionCall;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Tokens;
import dev.dbops.migrate.sql.Volatility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the value of an expression may change between rows: that of the most volatile function
 * that it calls. A new column whose default is volatile has the whole table rewritten.
 *
 * @param assumed the calls of functions that are neither PostgreSQL's own nor in the state, which
 *     count as volatile
 * @see <a href="https://www.postgresql.org/docs/current/xfunc-volatility.html">Function Volatility
 *     Categories</a>
 */
public record ExpressionVolatility(Volatility volatility, List<FunctionCall> assumed) {
  public ExpressionVolatility {
    assumed = List.copyOf(assumed);
  }

  /**
   * The volatility of an expression. Of a name that has several functions, the most volatile
   * counts; a function of SQL that is declared volatile counts as such, though the server may look
   * into it.
   */
  public static ExpressionVolatility of(Expression expression, SchemaState state) {
    Volatility worst = Volatility.IMMUTABLE;
    List<FunctionCall> assumed = new ArrayList<>();
    boolean timeOfDay = namesTimeOfDay(expression);
    for (FunctionCall call : ExpressionFacts.of(expression).calls()) {
      Optional<Volatility> known =
          timeOfDay && call.name().equals("timezone")
              ? Optional.of(Volatility.VOLATILE)
              : volatility(call, state);
      if (known.isEmpty()) {
        assumed.add(call);
      }
      Volatility volatility = known.orElse(Volatility.VOLATILE);
      worst = volatility.compareTo(worst) > 0 ? volatility : worst;
    }
    return new ExpressionVolatility(worst, assumed);
  }

  public boolean isVolatile() {
    return volatility == Volatility.VOLATILE;
  }

  /** Whether it counts as volatile only for want of knowledge. */
  public boolean isAssumed() {
    return !assumed.isEmpty();
  }

  /** Whether a time without a date may be moved to a time zone, which was volatile until 14. */
  private static boolean namesTimeOfDay(Expression expression) {
    Tokens tokens = Lexer.lex(expression.text());
    for (int i = 0; i < tokens.size(); i++) {
      boolean ofTimeZone = tokens.isWord(i + 1, "zone");
      if (tokens.isWord(i, "time") && !ofTimeZone
          || tokens.isWord(i, "timetz")
          || tokens.isWord(i, "current_time")
          || tokens.isWord(i, "localtime")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Volatility> volatility(FunctionCall call, SchemaState state) {
    boolean mayBeBuiltIn = call.schema().map("pg_catalog"::equals).orElse(true);
    Optional<Volatility> builtIn =
        mayBeBuiltIn ? BuiltInFunctions.volatility(call.name()) : Optional.empty();
    Optional<Volatility> own =
        state.function(call.schema(), call.name()).map(FunctionState::volatility);
    return own.isPresent() && builtIn.isPresent()
        ? own.filter(each -> each.compareTo(builtIn.get()) > 0).or(() -> builtIn)
        : own.or(() -> builtIn);
  }
}
