package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.SqlIdentifier;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that statements and expressions hold. */
final class Names {
  private Names() {}

  static List<String> values(List<Name> names) {
    return names.stream().map(Name::value).toList();
  }

  /**
   * Every identifier of an expression or query, keywords included, as PostgreSQL understands it.
   */
  static Set<String> wordsIn(String expression) {
    Tokens tokens = Lexer.lex(expression);
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i).isIdentifier()) {
        words.add(identifier(tokens, i));
      }
    }
    return words;
  }

  /** The columns of a table that an expression names. */
  static List<String> columnsIn(Expression expression, TableBuilder table) {
    List<String> columns = new ArrayList<>(wordsIn(expression.text()));
    columns.retainAll(table.columns.keySet());
    return columns;
  }

  static String identifier(Tokens tokens, int i) {
    String text = tokens.text(i);
    String name = tokens.is(i, TokenKind.UNTERMINATED) ? text : SqlIdentifier.fold(text);
    return SqlIdentifier.truncate(name);
  }
}
