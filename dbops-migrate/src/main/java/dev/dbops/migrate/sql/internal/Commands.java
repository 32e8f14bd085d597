package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.Locale;
import java.util.Set;

/** The command that a statement is, by its first words. */
final class Commands {
  /** Commands whose kind of object follows the first word. */
  private static final Set<String> TWO_WORDS =
      Set.of("CREATE", "ALTER", "DROP", "COMMENT", "SECURITY", "IMPORT", "REASSIGN");

  private Commands() {}

  static String leadingWords(String statement) {
    // The words stand at the front: a long statement is not lexed to its end for them.
    Tokens tokens =
        Lexer.lex(statement.substring(0, Math.min(statement.length(), 200)))
            .only(kind -> !kind.isComment());
    StringBuilder words = new StringBuilder();
    int count = 0;
    for (int i = 0; i < tokens.size() && tokens.kind(i) == TokenKind.WORD; i++) {
      String word = tokens.text(i).toUpperCase(Locale.ROOT);
      words.append(count == 0 ? "" : " ").append(word);
      count++;
      if (count == 2 || !TWO_WORDS.contains(word)) {
        break;
      }
    }
    return words.toString();
  }
}
