package dev.dbops.migrate.drift;

import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * A query that reads one relation, with its columns named without that one: as servers since 16
 * mostly write down a view, where older ones write {@code orders.id}. Queries within the query name
 * it always. Good to compare by, not to be run: a name may then be that of an output column.
 */
final class BareColumns {
  private static final List<String> AFTER_FROM =
      List.of("where", "group", "having", "window", "order", "limit", "offset", "fetch", "for");

  private static final List<String> SEVERAL =
      List.of("join", "union", "intersect", "except", "from");

  private final Tokens tokens;
  private final int[] depths;
  private final boolean[] nested;

  private BareColumns(Tokens tokens) {
    this.tokens = tokens;
    depths = new int[tokens.size()];
    nested = new boolean[tokens.size()];
    int depth = 0;
    int query = Integer.MAX_VALUE;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.RIGHT_PAREN)) {
        depth--;
        query = depth < query ? Integer.MAX_VALUE : query;
      }
      depths[i] = depth;
      nested[i] = depth >= query;
      if (tokens.is(i, TokenKind.LEFT_PAREN)) {
        depth++;
        if (query == Integer.MAX_VALUE && beginsQuery(i + 1)) {
          query = depth;
        }
      }
    }
  }

  /** The query as it is if it reads several relations or none. */
  static String of(String query) {
    BareColumns columns = new BareColumns(Lexer.lex(query));
    int from = columns.next(List.of("from"), 0);
    return from == columns.tokens.size() ? query : columns.after(from);
  }

  private String after(int from) {
    int end = next(AFTER_FROM, from + 1);
    boolean several = next(SEVERAL, from + 1) < tokens.size();
    for (int i = from + 1; i < end; i++) {
      several |= depths[i] == 0 && tokens.is(i, TokenKind.COMMA);
    }
    return several
        ? tokens.source()
        : name(from, end).map(name -> without(name, from, end)).orElse(tokens.source());
  }

  /** The last name before what tells of the columns or of a sample. */
  private Optional<String> name(int from, int end) {
    Optional<String> name = Optional.empty();
    for (int i = from + 1; i < end && !tokens.isWord(i, "tablesample"); i++) {
      if (depths[i] == 0 && isName(i)) {
        name = Optional.of(tokens.text(i));
      }
    }
    return name;
  }

  private String without(String name, int from, int end) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (int i = 0; i + 2 < tokens.size(); i++) {
      boolean inFrom = i > from && i < end;
      if (!inFrom && !nested[i] && tokens.text(i).equals(name) && isBeforeColumn(i)) {
        text.append(tokens.source(), copied, tokens.start(i));
        copied = tokens.start(i + 2);
      }
    }
    return text.append(tokens.source().substring(copied)).toString();
  }

  /** Not in the name of a function, type, operator or collation, which a schema begins. */
  private boolean isBeforeColumn(int index) {
    boolean qualifies =
        isName(index)
            && tokens.is(index + 1, TokenKind.DOT)
            && isName(index + 2)
            && !(index + 3 < tokens.size() && tokens.is(index + 3, TokenKind.LEFT_PAREN));
    return qualifies
        && (index == 0
            || !tokens.is(index - 1, TokenKind.DOT)
                && !tokens.is(index - 1, TokenKind.DOUBLE_COLON)
                && !tokens.isWord(index - 1, "collate"));
  }

  private boolean isName(int index) {
    return tokens.is(index, TokenKind.WORD) || tokens.is(index, TokenKind.QUOTED_IDENTIFIER);
  }

  private boolean isWord(int index, List<String> words) {
    return words.stream().anyMatch(word -> tokens.isWord(index, word));
  }

  private boolean beginsQuery(int index) {
    return index < tokens.size() && isWord(index, List.of("select", "with", "values"));
  }

  private boolean isDistinctFrom(int index) {
    return tokens.isWord(index, "from") && tokens.isWord(index - 1, "distinct");
  }

  /** Where one of these words stands that is no part of a query or an expression within. */
  private int next(List<String> words, int start) {
    int index = start;
    while (index < tokens.size()
        && !(depths[index] == 0 && isWord(index, words) && !isDistinctFrom(index))) {
      index++;
    }
    return index;
  }
}
