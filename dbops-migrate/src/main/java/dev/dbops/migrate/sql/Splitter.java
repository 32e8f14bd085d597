package dev.dbops.migrate.sql;

import dev.dbops.migrate.changelog.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a script into statements where psql would: at semicolons outside parentheses and outside the
 * {@code BEGIN ATOMIC … END} body of a function. Meta-commands and the data of COPY become
 * statements of their own kind; empty statements are dropped.
 *
 * <p>Nothing is lost silently: a statement that swallows what follows, for want of a parenthesis or
 * a quote, as it does in psql, says so in its {@linkplain RawStatement#defect() defect}.
 */
public final class Splitter {
  /** How deep parentheses and brackets may nest before parsers run out of stack or time. */
  public static final int MAX_DEPTH = 200;

  /**
   * How many tokens a statement may have before a parser runs out of memory. One million parse in a
   * heap of 512 MB, and no statement of less than a million characters has more.
   */
  public static final int MAX_TOKENS = 1_000_000;

  /** Why a statement with more tokens is not parsed. */
  public static final String TOO_LONG =
      "it has more than a million words, numbers and signs, too many to parse";

  private static final int NO_BODY = -1;

  private final SqlText sql;
  private final Tokens tokens;
  private final Tokens comments;
  private final List<RawStatement> statements = new ArrayList<>();

  private int first;
  private int firstComment;
  private int parentheses;
  private int outerParenthesis;
  private int body = NO_BODY;

  private Splitter(SqlText sql) {
    Tokens all = Lexer.lex(sql.text());
    this.sql = sql;
    this.tokens = all.only(kind -> !kind.isComment() && kind != TokenKind.BOM);
    this.comments = all.only(TokenKind::isComment);
  }

  public static List<RawStatement> split(SqlText sql) {
    return new Splitter(sql).run();
  }

  private List<RawStatement> run() {
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.kind(i)) {
        case SEMICOLON -> {
          if (parentheses == 0 && body == NO_BODY) {
            end(i, RawStatement.Kind.SQL);
            first = i + 1;
          }
        }
        case LEFT_PAREN -> {
          if (parentheses++ == 0) {
            outerParenthesis = tokens.start(i);
          }
        }
        case RIGHT_PAREN -> parentheses = Math.max(0, parentheses - 1);
        case WORD -> trackBody(i);
        case COPY_DATA -> standsAlone(i, RawStatement.Kind.COPY_DATA);
        case META_COMMAND -> {
          if (Psql.sendsStatement(tokens.text(i))) {
            end(i, RawStatement.Kind.SQL);
          }
          standsAlone(i, RawStatement.Kind.META_COMMAND);
        }
        default -> {}
      }
    }
    end(tokens.size(), RawStatement.Kind.SQL);
    return List.copyOf(statements);
  }

  /**
   * Follows {@code BEGIN ATOMIC … END}. In the body each statement has its semicolon, and none
   * begins with END; any other END there is that of a CASE, or a label.
   */
  private void trackBody(int i) {
    if (parentheses > 0 || i == first) {
      return;
    }
    if (body == NO_BODY) {
      boolean begins = tokens.isWord(i, "atomic") && tokens.isWord(i - 1, "begin");
      body = begins && definesRoutine() ? i : NO_BODY;
    } else if (tokens.isWord(i, "end")
        && (i - 1 == body || tokens.is(i - 1, TokenKind.SEMICOLON))) {
      body = NO_BODY;
    }
  }

  private boolean definesRoutine() {
    boolean replaces = tokens.isWord(first + 1, "or") && tokens.isWord(first + 2, "replace");
    int object = first + (replaces ? 3 : 1);
    return tokens.isWord(first, "create")
        && (tokens.isWord(object, "function") || tokens.isWord(object, "procedure"));
  }

  /** A token that is a statement of its own, unless it stands inside one. */
  private void standsAlone(int i, RawStatement.Kind kind) {
    if (i == first) {
      end(i + 1, kind);
    }
  }

  /** Ends the statement before a token, if there is one. */
  private void end(int next, RawStatement.Kind kind) {
    if (next > first) {
      Tokens own = tokens.slice(first, next);
      int start = own.start(0);
      int end = own.end(own.size() - 1);
      List<RawStatement.Comment> around = comments(next);
      statements.add(new RawStatement(sql, start, end, kind, own, around, defect(own, kind)));
    }
    first = next;
    parentheses = 0;
    body = NO_BODY;
  }

  /**
   * The comments that no earlier statement has, up to the token that follows; and behind a
   * semicolon those on its line, unless another statement follows there.
   */
  private List<RawStatement.Comment> comments(int next) {
    int from = firstComment;
    while (comments.start(firstComment, Integer.MAX_VALUE)
        < tokens.start(next, Integer.MAX_VALUE)) {
      firstComment++;
    }
    if (tokens.is(next, TokenKind.SEMICOLON)) {
      firstComment = endOfTrailingComments(next);
    }
    List<RawStatement.Comment> own = new ArrayList<>();
    for (int i = from; i < firstComment; i++) {
      own.add(comment(i));
    }
    return own;
  }

  private int endOfTrailingComments(int semicolon) {
    int next = tokens.start(semicolon + 1, sql.text().length());
    int end = tokens.end(semicolon);
    int i = firstComment;
    while (comments.start(i, Integer.MAX_VALUE) < next && isOneLine(end, comments.start(i))) {
      end = comments.end(i);
      i++;
    }
    return semicolon + 1 < tokens.size() && isOneLine(end, next) ? firstComment : i;
  }

  private boolean isOneLine(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Characters.isNewline(sql.text().charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private RawStatement.Comment comment(int i) {
    boolean block = comments.is(i, TokenKind.BLOCK_COMMENT);
    String text = comments.text(i);
    String content = text.substring(2, block ? text.length() - 2 : text.length());
    return new RawStatement.Comment(comments.start(i), comments.end(i), content.strip());
  }

  private Optional<RawStatement.Defect> defect(Tokens own, RawStatement.Kind kind) {
    return switch (kind) {
      case META_COMMAND -> Optional.empty();
      case COPY_DATA ->
          own.text(0).endsWith("\\.")
              ? Optional.empty()
              : defect(own.start(0), "the data of COPY runs to the end, as no line \\. ends it");
      case SQL -> defect(own);
    };
  }

  private Optional<RawStatement.Defect> defect(Tokens own) {
    if (own.size() > MAX_TOKENS) {
      return defect(own.start(0), TOO_LONG);
    }
    for (int i = 0; i < own.size(); i++) {
      if (own.is(i, TokenKind.UNTERMINATED)) {
        return defect(own.start(i), "a quote or comment that begins here never ends");
      }
      if (own.is(i, TokenKind.META_COMMAND) || own.is(i, TokenKind.COPY_DATA)) {
        return defect(own.start(i), "something that only psql understands stands inside it");
      }
    }
    if (parentheses > 0) {
      return defect(outerParenthesis, "the parenthesis that opens here is never closed");
    }
    if (body != NO_BODY) {
      return defect(tokens.start(body), "the body that BEGIN ATOMIC opens has no END");
    }
    return own.maxDepth() > MAX_DEPTH
        ? defect(own.start(0), "its parentheses are nested deeper than " + MAX_DEPTH)
        : Optional.empty();
  }

  private static Optional<RawStatement.Defect> defect(int offset, String reason) {
    return Optional.of(new RawStatement.Defect(offset, reason));
  }
}
