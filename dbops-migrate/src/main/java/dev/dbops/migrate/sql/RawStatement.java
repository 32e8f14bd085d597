package dev.dbops.migrate.sql;

import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.changelog.SqlText;
import java.util.List;
import java.util.Optional;

/**
 * A statement as the {@link Splitter} cut it out, not yet understood. All offsets are characters of
 * {@code sql}.
 *
 * @param start of its first token
 * @param end of its last token; the semicolon, and comments and white space around it, are not in
 * @param tokens without the comments
 * @param comments that belong to it, in their order: since the statement before, inside it, and
 *     after it on the same line
 * @param defect why no parser need try it
 */
public record RawStatement(
    SqlText sql,
    int start,
    int end,
    Kind kind,
    Tokens tokens,
    List<Comment> comments,
    Optional<Defect> defect) {

  /** What a stretch of a script is to psql. */
  public enum Kind {
    /** Goes to the server. */
    SQL,
    /** A backslash command, which psql itself carries out. */
    META_COMMAND,
    /** Lines that a COPY statement reads. */
    COPY_DATA
  }

  /**
   * A comment in the SQL.
   *
   * @param text without the comment signs, trimmed
   */
  public record Comment(int start, int end, String text) {}

  /**
   * What makes a statement unfit for any parser.
   *
   * @param offset the place to show
   * @param reason as a sentence without a final stop
   */
  public record Defect(int offset, String reason) {}

  public RawStatement {
    comments = List.copyOf(comments);
  }

  public String text() {
    return sql.text().substring(start, end);
  }

  /** Where the statement stands in the user's file. */
  public SourceSpan span() {
    return sql.locate(start, end);
  }

  public boolean hasPlaceholders() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.PLACEHOLDER)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The text with a word of the same length in the place of each placeholder, so that a parser can
   * read it and every offset stays: {@code ${name}} becomes {@code __name_}. Of psql's {@code
   * :'name'} and {@code :"name"} the string or the identifier remains.
   */
  public String parseableText() {
    if (!hasPlaceholders()) {
      return text();
    }
    char[] parseable = text().toCharArray();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.PLACEHOLDER)) {
        String word = Psql.wordFor(tokens.text(i));
        word.getChars(0, word.length(), parseable, tokens.start(i) - start);
      }
    }
    return new String(parseable);
  }
}
