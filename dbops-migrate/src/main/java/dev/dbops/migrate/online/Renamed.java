package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.SqlIdentifier;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Expressions over the columns of a table, said of something else. */
final class Renamed {
  private Renamed() {}

  /**
   * An expression with other words for some names.
   *
   * @param names as PostgreSQL understands them
   * @param replacement what to write for a name, given as it is written
   */
  static String in(String expression, Set<String> names, UnaryOperator<String> replacement) {
    Tokens tokens = Lexer.lex(expression);
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      boolean name =
          tokens.kind(i).isIdentifier()
              && !tokens.is(i - 1, TokenKind.DOT)
              && !tokens.is(i + 1, TokenKind.DOT)
              && !tokens.is(i + 1, TokenKind.LEFT_PAREN);
      if (name && names.contains(SqlIdentifier.truncate(SqlIdentifier.fold(tokens.text(i))))) {
        result.append(expression, from, tokens.start(i)).append(replacement.apply(tokens.text(i)));
        from = tokens.end(i);
      }
    }
    return result.append(expression, from, expression.length()).toString();
  }
}
