package dev.dbops.migrate.sql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Queries in {@code FROM}, which since PostgreSQL 16 need no name; to the grammar they do. */
final class DerivedTables {
  private static final Set<Integer> BEFORE =
      Set.of(SQLParser.FROM, SQLParser.JOIN, SQLParser.LATERAL, SQLParser.USING);

  private static final Set<Integer> QUERY =
      Set.of(SQLParser.SELECT, SQLParser.VALUES, SQLParser.WITH, SQLParser.LEFT_PAREN);

  private DerivedTables() {}

  /** Adds a name where a query has none. */
  static List<GrammarToken> named(List<GrammarToken> tokens) {
    Set<Integer> unnamed = new TreeSet<>();
    List<Integer> opened = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (TokenRuns.is(tokens, i, SQLParser.LEFT_PAREN)) {
        opened.add(i);
      } else if (TokenRuns.is(tokens, i, SQLParser.RIGHT_PAREN) && !opened.isEmpty()) {
        int open = opened.remove(opened.size() - 1);
        if (isDerivedTable(tokens, open) && !canBeName(type(tokens, i + 1))) {
          unnamed.add(i);
        }
      }
    }
    return unnamed.isEmpty() ? tokens : addNames(tokens, unnamed);
  }

  private static boolean isDerivedTable(List<GrammarToken> tokens, int open) {
    return BEFORE.contains(type(tokens, open - 1))
        && QUERY.contains(type(tokens, open + 1))
        && type(tokens, open - 2) != SQLParser.DISTINCT;
  }

  private static boolean canBeName(int type) {
    return switch (type) {
      case SQLParser.AS,
              SQLParser.Identifier,
              SQLParser.QuotedIdentifier,
              SQLParser.UnicodeQuotedIdentifier ->
          true;
      case SQLParser.WHERE,
              SQLParser.GROUP,
              SQLParser.HAVING,
              SQLParser.ORDER,
              SQLParser.LIMIT,
              SQLParser.OFFSET,
              SQLParser.FETCH,
              SQLParser.FOR,
              SQLParser.WINDOW,
              SQLParser.UNION,
              SQLParser.EXCEPT,
              SQLParser.INTERSECT,
              SQLParser.ON,
              SQLParser.JOIN,
              SQLParser.LEFT,
              SQLParser.RIGHT,
              SQLParser.FULL,
              SQLParser.INNER,
              SQLParser.CROSS,
              SQLParser.NATURAL,
              SQLParser.WHEN,
              SQLParser.LOOP,
              SQLParser.RETURNING ->
          false;
      default -> GrammarKeywords.isKeyword(type);
    };
  }

  private static List<GrammarToken> addNames(List<GrammarToken> tokens, Set<Integer> after) {
    List<GrammarToken> named = new ArrayList<>(tokens.size() + after.size());
    for (int i = 0; i < tokens.size(); i++) {
      GrammarToken token = tokens.get(i);
      named.add(token);
      if (after.contains(i)) {
        named.add(new GrammarToken(SQLParser.Identifier, token.end(), token.end()));
      }
    }
    return named;
  }

  private static int type(List<GrammarToken> tokens, int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).getType() : Token.EOF;
  }
}
