package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.SqlIdentifier;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows that an {@code INSERT} brings, by {@code VALUES} or by {@code SELECT}, and the columns
 * that their values go into.
 *
 * @param tokens the statement, without its comments
 * @param table the table that it inserts into
 */
record InsertedRows(Tokens tokens, TableState table) {
  /** The columns that some tokens go into; none for a token that is not a value by itself. */
  Stream<ColumnState> columnsOf(List<Integer> values) {
    List<ColumnState> found = new ArrayList<>();
    Set<Integer> wanted = Set.copyOf(values);
    int insert = insert();
    int list = columnList(insert);
    List<String> columns = list < 0 ? List.copyOf(table.columns().keySet()) : names(list);
    boolean known = list >= 0 || table.complete();
    int depth = 0;
    int rowDepth = -1;
    int position = 0;
    for (int i = insert; known && i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.LEFT_PAREN)) {
        depth++;
        position = depth == rowDepth && rowDepth == 1 ? 0 : position;
      } else if (tokens.is(i, TokenKind.RIGHT_PAREN)) {
        depth--;
      } else if (tokens.is(i, TokenKind.COMMA) && depth == rowDepth) {
        position++;
      } else if (depth == 0 && tokens.isWord(i, "values")) {
        rowDepth = 1;
      } else if (depth == 0 && tokens.isWord(i, "select")) {
        rowDepth = 0;
        position = 0;
      } else if (depth == 0 && (tokens.isWord(i, "from") || tokens.isWord(i, "on"))) {
        rowDepth = -1;
      } else if (depth == rowDepth
          && position < columns.size()
          && wanted.contains(i)
          && isWhole(i)) {
        table.column(columns.get(position)).ifPresent(found::add);
      }
    }
    return found.stream();
  }

  /** A value that no operator and no cast makes another one of. */
  private boolean isWhole(int i) {
    boolean begins =
        tokens.is(i - 1, TokenKind.LEFT_PAREN)
            || tokens.is(i - 1, TokenKind.COMMA)
            || tokens.isWord(i - 1, "select")
            || tokens.isWord(i - 1, "distinct");
    return begins
        && !tokens.is(i + 1, TokenKind.OPERATOR)
        && !tokens.is(i + 1, TokenKind.DOUBLE_COLON);
  }

  private int insert() {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.LEFT_PAREN)) {
        depth++;
      } else if (tokens.is(i, TokenKind.RIGHT_PAREN)) {
        depth--;
      } else if (depth == 0 && tokens.isWord(i, "insert")) {
        return i;
      }
    }
    return tokens.size();
  }

  /** Where the parenthesis of the column list stands, -1 if there is no list. */
  private int columnList(int insert) {
    for (int i = insert; i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.LEFT_PAREN)) {
        return tokens.isWord(i + 1, "select") || tokens.isWord(i + 1, "with") ? -1 : i;
      }
      if (tokens.isWord(i, "values") || tokens.isWord(i, "select") || tokens.isWord(i, "default")) {
        return -1;
      }
    }
    return -1;
  }

  private List<String> names(int list) {
    List<String> names = new ArrayList<>();
    for (int i = list + 1; i < tokens.size() && !tokens.is(i, TokenKind.RIGHT_PAREN); i++) {
      if (tokens.kind(i).isIdentifier()) {
        names.add(SqlIdentifier.fold(tokens.text(i)));
      }
    }
    return names;
  }
}
