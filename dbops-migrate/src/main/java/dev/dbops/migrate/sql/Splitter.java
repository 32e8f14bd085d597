package dev.dbops.migrate.sql;

import dev.dbops.migrate.changelog.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a script into statements where psql would: at semicolons outside parentheses and outside the
 * {@code BEGIN ATOMIC … END} body of a function. Meta-commands and the data of COPY become
 * statements of their own kind; empty statements are dropped. Nothing is lost silently: a statement
 * that swallows what follows, for want of a parenthesis or a quote, as it does in psql, says so in
 * its {@linkplain RawStatement#defect() defect}.
 */
public final class Splitter {
  /** How deep parentheses may nest before parsers run out of stack or time. */
  static final int MAX_DEPTH = 200;

  private final SqlText sql;
  private final Tokens tokens;
  private final List<RawStatement> statements = new ArrayList<>();

  private List<RawStatement.Comment> comments = new ArrayList<>();
  private int first;
  private int last;
  private int parentheses;
  private int openParenthesis;
  private int atomicBody;

  private Splitter(SqlText sql) {
    this.sql = sql;
    this.tokens = Lexer.lex(sql.text());
  }

  public static List<RawStatement> split(SqlText sql) {
    return new Splitter(sql).run();
  }

  private List<RawStatement> run() {
    begin();
    int i = 0;
    while (i < tokens.size()) {
      i = accept(i);
    }
    end(tokens.size(), RawStatement.Kind.SQL);
    return List.copyOf(statements);
  }

  private void begin() {
    comments = new ArrayList<>();
    first = -1;
    last = -1;
    parentheses = 0;
    atomicBody = 0;
  }

  /** Takes a token in, and answers the index of the next one to look at. */
  private int accept(int i) {
    TokenKind kind = tokens.kind(i);
    switch (kind) {
      case BOM -> {}
      case LINE_COMMENT, BLOCK_COMMENT -> comments.add(comment(i));
      case SEMICOLON -> {
        if (parentheses == 0 && atomicBody == 0) {
          return end(i + 1, RawStatement.Kind.SQL);
        }
        include(i);
      }
      case COPY_DATA -> {
        return standsAlone(i, RawStatement.Kind.COPY_DATA);
      }
      case META_COMMAND -> {
        if (Psql.sendsStatement(tokens.text(i))) {
          end(i, RawStatement.Kind.SQL);
        }
        return standsAlone(i, RawStatement.Kind.META_COMMAND);
      }
      default -> include(i);
    }
    return i + 1;
  }

  private int standsAlone(int i, RawStatement.Kind kind) {
    boolean insideStatement = first >= 0;
    include(i);
    return insideStatement ? i + 1 : end(i + 1, kind);
  }

  private void include(int i) {
    int before = last;
    if (first < 0) {
      first = i;
    }
    last = i;
    switch (tokens.kind(i)) {
      case LEFT_PAREN -> {
        if (parentheses++ == 0) {
          openParenthesis = tokens.start(i);
        }
      }
      case RIGHT_PAREN -> parentheses = Math.max(0, parentheses - 1);
      case WORD -> trackBody(i, before);
      default -> {}
    }
  }

  /** Follows {@code BEGIN ATOMIC … END}; a CASE in the body has an END of its own. */
  private void trackBody(int i, int before) {
    if (parentheses > 0) {
      return;
    }
    if (atomicBody == 0) {
      boolean begins = tokens.isWord(i, "atomic") && before >= 0 && tokens.isWord(before, "begin");
      atomicBody = begins && definesRoutine() ? 1 : 0;
    } else if (before >= 0 && !tokens.isWord(before, "as") && !tokens.is(before, TokenKind.DOT)) {
      atomicBody += tokens.isWord(i, "case") ? 1 : tokens.isWord(i, "end") ? -1 : 0;
    }
  }

  private boolean definesRoutine() {
    int object = next(first);
    if (tokens.isWord(object, "or") && tokens.isWord(next(object), "replace")) {
      object = next(next(object));
    }
    return tokens.isWord(first, "create")
        && (tokens.isWord(object, "function") || tokens.isWord(object, "procedure"));
  }

  private int next(int i) {
    int next = i + 1;
    while (next < tokens.size() && tokens.kind(next).isComment()) {
      next++;
    }
    return next;
  }

  /** Ends the statement before a token; answers the token after the comments that belong to it. */
  private int end(int next, RawStatement.Kind kind) {
    if (first < 0) {
      return next;
    }
    int following = endOfTrailingComments(next);
    for (int i = next; i < following; i++) {
      comments.add(comment(i));
    }
    Tokens own = tokens.slice(first, last + 1).only(token -> !token.isComment());
    int start = tokens.start(first);
    int end = tokens.end(last);
    statements.add(new RawStatement(sql, start, end, kind, own, comments, defect(own, kind)));
    begin();
    return following;
  }

  /** Comments belong to what they follow on a line, unless something else follows them there. */
  private int endOfTrailingComments(int from) {
    int i = from;
    while (i < tokens.size() && isOnLineOfPrevious(i)) {
      if (!tokens.kind(i).isComment()) {
        return from;
      }
      i++;
    }
    return i;
  }

  private boolean isOnLineOfPrevious(int i) {
    for (int offset = tokens.end(i - 1); offset < tokens.start(i); offset++) {
      if (Characters.isNewline(sql.text().charAt(offset))) {
        return false;
      }
    }
    return true;
  }

  private RawStatement.Comment comment(int i) {
    boolean block = tokens.is(i, TokenKind.BLOCK_COMMENT);
    String text = tokens.text(i);
    String content = text.substring(2, block ? text.length() - 2 : text.length());
    return new RawStatement.Comment(tokens.start(i), tokens.end(i), content.strip());
  }

  private Optional<RawStatement.Defect> defect(Tokens own, RawStatement.Kind kind) {
    if (kind == RawStatement.Kind.COPY_DATA) {
      return own.text(0).endsWith("\\.")
          ? Optional.empty()
          : defect(own.start(0), "the data of COPY runs to the end, as no line \\. ends it");
    }
    if (kind == RawStatement.Kind.META_COMMAND) {
      return Optional.empty();
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
      return defect(openParenthesis, "the parenthesis that opens here is never closed");
    }
    if (atomicBody > 0) {
      return defect(own.start(0), "the body that BEGIN ATOMIC opens has no END");
    }
    return own.maxDepth() > MAX_DEPTH
        ? defect(own.start(0), "its parentheses are nested deeper than " + MAX_DEPTH)
        : Optional.empty();
  }

  private static Optional<RawStatement.Defect> defect(int offset, String reason) {
    return Optional.of(new RawStatement.Defect(offset, reason));
  }
}
