package dev.dbops.migrate.sql;

import java.util.Locale;
import java.util.Set;

/** Tells where names and types end in the tokens of an expression. */
record TypeTokens(Tokens tokens) {
  /** The words that follow the first of a type: {@code timestamp with time zone}. */
  private static final Set<String> TYPE_WORDS =
      Set.of(
          "varying", "precision", "with", "without", "time", "zone", "character", "char", "array");

  private static final Set<String> INTERVAL_FIELDS =
      Set.of("year", "month", "day", "hour", "minute", "second", "to");

  /** The index after a name and the names that dots join to it. */
  int endOfName(int i) {
    int end = i + 1;
    while (tokens.is(end, TokenKind.DOT)
        && end + 1 < tokens.size()
        && tokens.kind(end + 1).isIdentifier()) {
      end += 2;
    }
    return end;
  }

  /** The index after a type with its modifiers, such as {@code timestamp(3) with time zone[]}. */
  int endOfType(int i) {
    if (i >= tokens.size() || !tokens.kind(i).isIdentifier()) {
      return i;
    }
    int end = endOfName(i);
    while (isTypeWord(end) || isModifier(end)) {
      end = isTypeWord(end) ? end + 1 : endOfModifier(end);
    }
    return tokens.isWord(i, "interval") ? endOfFields(end) : end;
  }

  /** The index after the fields of an interval: {@code day to second}. */
  int endOfFields(int i) {
    int end = i;
    while (isField(end)) {
      end++;
    }
    return end;
  }

  /** Whether a word names a field of an interval. */
  boolean isField(int i) {
    return isWordOf(INTERVAL_FIELDS, i);
  }

  /** Whether a word can follow the first of a type. */
  boolean isTypeWord(int i) {
    return isWordOf(TYPE_WORDS, i);
  }

  private boolean isWordOf(Set<String> words, int i) {
    return tokens.is(i, TokenKind.WORD) && words.contains(tokens.text(i).toLowerCase(Locale.ROOT));
  }

  private boolean isModifier(int i) {
    return endOfModifier(i) > i;
  }

  /** The index after numbers in parentheses or brackets; the same index if there are none. */
  private int endOfModifier(int i) {
    if (!tokens.is(i, TokenKind.LEFT_PAREN) && !tokens.is(i, TokenKind.LEFT_BRACKET)) {
      return i;
    }
    int end = i + 1;
    while (tokens.is(end, TokenKind.NUMBER)
        || tokens.is(end, TokenKind.COMMA)
        || tokens.is(end, TokenKind.OPERATOR)) {
      end++;
    }
    boolean closed =
        tokens.is(end, TokenKind.RIGHT_PAREN) || tokens.is(end, TokenKind.RIGHT_BRACKET);
    return closed ? end + 1 : i;
  }
}
