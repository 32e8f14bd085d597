package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A statement with parts replaced and all else as its author wrote it: names, quoting, comments.
 * Offsets are those of the text that the statement was cut from.
 */
final class Splice {
  private record Edit(int start, int end, String replacement) {}

  private final String text;
  private final Span statement;
  private final List<Edit> edits = new ArrayList<>();

  Splice(String text, Span statement) {
    this.text = text;
    this.statement = statement;
  }

  Splice replace(Span span, String replacement) {
    edits.add(new Edit(span.start(), span.end(), replacement));
    return this;
  }

  /** Removes a part with the white space that sets it off from what stands before. */
  Splice removeWithSpaceBefore(Span span) {
    int start = span.start();
    while (start > statement.start() && Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return replace(new Span(start, span.end()), "");
  }

  Splice insert(int offset, String insertion) {
    edits.add(new Edit(offset, offset, insertion));
    return this;
  }

  /**
   * Inserts behind the first time that a word stands in the statement outside quotes.
   *
   * @throws IllegalArgumentException if it does not stand there
   */
  Splice insertAfterWord(String word, String insertion) {
    String written = statement.of(text);
    Tokens tokens = Lexer.lex(written).only(kind -> kind == TokenKind.WORD);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, word)) {
        return insert(statement.start() + tokens.end(i), insertion);
      }
    }
    throw new IllegalArgumentException("there is no " + word + " in: " + written);
  }

  /** Removes words where they first stand one behind the other outside quotes, if they do. */
  Splice removeWords(String... words) {
    Tokens tokens = Lexer.lex(statement.of(text)).only(kind -> !kind.isComment());
    for (int i = 0; i + words.length <= tokens.size(); i++) {
      if (stand(words, tokens, i)) {
        int end = i + words.length < tokens.size() ? tokens.start(i + words.length) : length();
        return replace(new Span(statement.start() + tokens.start(i), statement.start() + end), "");
      }
    }
    return this;
  }

  private static boolean stand(String[] words, Tokens tokens, int at) {
    for (int i = 0; i < words.length; i++) {
      if (!tokens.isWord(at + i, words[i])) {
        return false;
      }
    }
    return true;
  }

  private int length() {
    return statement.end() - statement.start();
  }

  String sql() {
    StringBuilder result = new StringBuilder();
    int from = statement.start();
    edits.sort(Comparator.comparingInt(Edit::start));
    for (Edit edit : edits) {
      result.append(text, from, edit.start()).append(edit.replacement());
      from = edit.end();
    }
    return result.append(text, from, statement.end()).toString();
  }
}
