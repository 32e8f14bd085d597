package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.Optional;

/**
 * {@code UNIQUE} or {@code PRIMARY KEY}, taken apart: what its index has to be, and what only the
 * constraint can say.
 *
 * @param words {@code UNIQUE} or {@code PRIMARY KEY}
 * @param index what follows {@code CREATE UNIQUE INDEX … ON table}
 * @param attributes {@code DEFERRABLE} and its like, with a space before them; or empty
 */
record KeyClause(String words, String index, String attributes) {
  /**
   * Reads a clause as it is written.
   *
   * @param definition without {@code CONSTRAINT name}
   * @param column in parentheses, where the clause stands at its column
   * @return empty for a key that no index alone can be ({@code WITHOUT OVERLAPS})
   */
  static Optional<KeyClause> read(String definition, Optional<String> column) {
    return new Reader(definition).read(column);
  }

  private static final class Reader {
    private final Tokens tokens;
    private int next;

    Reader(String definition) {
      this.tokens = Lexer.lex(definition).only(kind -> !kind.isComment());
    }

    Optional<KeyClause> read(Optional<String> column) {
      String words = tokens.isWord(0, "PRIMARY") ? "PRIMARY KEY" : "UNIQUE";
      next = tokens.isWord(0, "PRIMARY") ? 2 : 1;
      String nulls = words("NULLS", "NOT", "DISTINCT") + words("NULLS", "DISTINCT");
      int from = next;
      String columns = column.orElseGet(this::group);
      for (int i = from; i < next; i++) {
        if (tokens.isWord(i, "WITHOUT")) {
          return Optional.empty();
        }
      }
      String include = words("INCLUDE");
      include = include.isEmpty() ? "" : include + group();
      String with = words("WITH");
      with = with.isEmpty() ? "" : with + group();
      String tablespace = words("USING", "INDEX", "TABLESPACE").isEmpty() ? "" : tablespace();
      String attributes =
          next < tokens.size() ? " " + tokens.source().substring(tokens.start(next)).strip() : "";
      return Optional.of(
          new KeyClause(words, columns + include + nulls + with + tablespace, attributes));
    }

    /** The words with a space before them, if they come next. */
    private String words(String... words) {
      for (int i = 0; i < words.length; i++) {
        if (!tokens.isWord(next + i, words[i])) {
          return "";
        }
      }
      next += words.length;
      return " " + String.join(" ", words);
    }

    private String tablespace() {
      String name = tokens.text(next);
      next++;
      return " TABLESPACE " + name;
    }

    /** What stands in parentheses next, with them and a space before. */
    private String group() {
      int from = next;
      int depth = 0;
      do {
        depth += tokens.is(next, TokenKind.LEFT_PAREN) ? 1 : 0;
        depth -= tokens.is(next, TokenKind.RIGHT_PAREN) ? 1 : 0;
        next++;
      } while (depth > 0 && next < tokens.size());
      return " " + tokens.source().substring(tokens.start(from), tokens.end(next - 1));
    }
  }
}
