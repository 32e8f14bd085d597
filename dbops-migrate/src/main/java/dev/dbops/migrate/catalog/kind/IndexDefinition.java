package dev.dbops.migrate.catalog.kind;

import java.util.Optional;

/**
 * The parts of the text that {@code pg_get_indexdef} gives, which no catalog has on its own.
 *
 * @param text all of it
 * @param columns with all that is said of each
 * @param include the columns that are stored along, without the parentheses
 * @param predicate the condition of a partial index
 */
record IndexDefinition(
    String text, String columns, Optional<String> include, Optional<String> predicate) {
  private static final String INCLUDE = " INCLUDE (";
  private static final String WHERE = " WHERE ";

  static IndexDefinition of(String text) {
    int start = text.indexOf('(', find(" USING ", text, 0)) + 1;
    int end = find(")", text, start);
    Optional<String> include = Optional.empty();
    if (text.startsWith(INCLUDE, end + 1)) {
      int included = end + 1 + INCLUDE.length();
      include = Optional.of(text.substring(included, find(")", text, included)));
    }
    int where = find(WHERE, text, end + 1);
    return new IndexDefinition(
        text,
        text.substring(start, end),
        include,
        where < 0 ? Optional.empty() : Optional.of(text.substring(where + WHERE.length())));
  }

  /** The same index on a table and on all its partitions. */
  String onAllPartitions() {
    int only = find(" ON ONLY ", text, 0);
    return only < 0 ? text : text.substring(0, only + 4) + text.substring(only + 9);
  }

  /** Where a piece begins outside of quotes and of parentheses that open after the start. */
  private static int find(String piece, String text, int start) {
    int depth = 0;
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (depth == 0 && text.startsWith(piece, i)) {
        return i;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
    }
    return -1;
  }
}
