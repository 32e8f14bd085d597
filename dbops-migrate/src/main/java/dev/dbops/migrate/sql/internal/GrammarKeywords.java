package dev.dbops.migrate.sql.internal;

import java.util.Locale;
import org.antlr.v4.runtime.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** The keywords of the grammar; each is a type of token of its own. */
final class GrammarKeywords {
  private static final int SLOTS = 4096;
  private static final @Nullable String[] WORDS = new String[SLOTS];
  private static final int[] TYPES = new int[SLOTS];

  static {
    Vocabulary vocabulary = SQLParser.VOCABULARY;
    // The vocabulary begins with the words; the first type that is none is that of "::".
    for (int type = 1; type < SQLParser.CAST_EXPRESSION; type++) {
      // SKIP_ has its underscore because SKIP means something else to ANTLR.
      String word =
          vocabulary.getSymbolicName(type).replaceFirst("_$", "").toLowerCase(Locale.ROOT);
      int slot = hash(word, 0, word.length());
      while (WORDS[slot] != null) {
        slot = (slot + 1) % SLOTS;
      }
      WORDS[slot] = word;
      TYPES[slot] = type;
    }
  }

  private GrammarKeywords() {}

  /** The type of a word without quotes: that of a keyword, or else of an identifier. */
  static int typeOf(String text, int start, int end) {
    int slot = hash(text, start, end);
    String word;
    while ((word = WORDS[slot]) != null) {
      if (isWord(text, start, end, word)) {
        return TYPES[slot];
      }
      slot = (slot + 1) % SLOTS;
    }
    return SQLParser.Identifier;
  }

  static boolean isKeyword(int type) {
    return type > 0 && type < SQLParser.CAST_EXPRESSION;
  }

  private static boolean isWord(String text, int start, int end, String word) {
    if (end - start != word.length()) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (lower(text.charAt(i)) != word.charAt(i - start)) {
        return false;
      }
    }
    return true;
  }

  private static int hash(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + lower(text.charAt(i));
    }
    return (hash ^ (hash >>> 12)) & (SLOTS - 1);
  }

  /** ASCII only: to PostgreSQL, the Kelvin sign is no k. */
  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
