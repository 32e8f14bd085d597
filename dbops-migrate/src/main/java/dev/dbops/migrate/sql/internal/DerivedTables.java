package dev.dbops.migrate.sql.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Queries in {@code FROM}, which since PostgreSQL 16 need no name; to the grammar they do. */
final class DerivedTables {
  private static final Set<Integer> CLAUSES =
      Set.of(
          SQLParser.SELECT,
          SQLParser.FROM,
          SQLParser.WHERE,
          SQLParser.GROUP,
          SQLParser.HAVING,
          SQLParser.ORDER,
          SQLParser.LIMIT,
          SQLParser.SET,
          SQLParser.VALUES,
          SQLParser.RETURNING);

  private static final Set<Integer> QUERY =
      Set.of(SQLParser.SELECT, SQLParser.VALUES, SQLParser.WITH, SQLParser.LEFT_PAREN);

  private DerivedTables() {}

  /** Adds a name where a query has none. */
  static List<GrammarToken> named(List<GrammarToken> tokens) {
    Set<Integer> unnamed = new TreeSet<>();
    Deque<Integer> opened = new ArrayDeque<>();
    Deque<Integer> clauses = new ArrayDeque<>(List.of(Token.EOF));
    for (int i = 0; i < tokens.size(); i++) {
      int type = type(tokens, i);
      if (type == SQLParser.LEFT_PAREN) {
        boolean table =
            isTable(tokens, i, clauses.element()) && QUERY.contains(type(tokens, i + 1));
        opened.push(table ? i : -1);
        clauses.push(table ? SQLParser.FROM : Token.EOF);
      } else if (type == SQLParser.RIGHT_PAREN && !opened.isEmpty()) {
        clauses.pop();
        if (opened.pop() >= 0 && !canBeName(type(tokens, i + 1))) {
          unnamed.add(i);
        }
      } else if (CLAUSES.contains(type)) {
        clauses.pop();
        clauses.push(type);
      }
    }
    return unnamed.isEmpty() ? tokens : addNames(tokens, unnamed);
  }

  /** Whether the parenthesis stands where a table is expected. */
  private static boolean isTable(List<GrammarToken> tokens, int open, int clause) {
    return switch (type(tokens, open - 1)) {
      case SQLParser.FROM -> type(tokens, open - 2) != SQLParser.DISTINCT;
      case SQLParser.JOIN, SQLParser.LATERAL, SQLParser.USING -> true;
      case SQLParser.COMMA -> clause == SQLParser.FROM;
      default -> false;
    };
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
