package dev.dbops.migrate.sql;

import java.util.Set;

/**
 * What stands in scripts but never reaches the server: psql's meta-commands, its variables and the
 * data of COPY, and the placeholders of migration tools.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
 */
final class Psql {
  private static final Set<String> WHOLE_LINE =
      Set.of("!", "copy", "h", "help", "ef", "ev", "sf", "sf+", "sv", "sv+");
  private static final Set<String> SENDING =
      Set.of(
          "g",
          "gx",
          "gexec",
          "gset",
          "gdesc",
          "crosstabview",
          "watch",
          "bind",
          "bind_named",
          "parse",
          "sendpipeline");

  private Psql() {}

  /** Whether the meta-command sends the statement before it to the server, as a semicolon does. */
  static boolean sendsStatement(String metaCommand) {
    return SENDING.contains(name(metaCommand, 0));
  }

  /**
   * The end of a meta-command: the end of its line, or the backslash that begins the next command.
   */
  static int endOfMetaCommand(String text, int backslash) {
    String name = name(text, backslash);
    int i = backslash + 1 + name.length();
    if (name.isEmpty() && text.startsWith("\\", i)) {
      return i + 1;
    }
    if (WHOLE_LINE.contains(name) || isPipe(text, i)) {
      return trimmed(text, backslash, Quotes.endOfLine(text, i));
    }
    while (!isEndOfLine(text, i)) {
      char c = text.charAt(i);
      if (c == '\\') {
        return text.startsWith("\\", i + 1) ? i + 2 : trimmed(text, backslash, i);
      }
      i = c == '\'' || c == '"' || c == '`' ? endOfArgument(text, i) : i + 1;
    }
    return trimmed(text, backslash, i);
  }

  private static boolean isPipe(String text, int from) {
    int i = from;
    while (text.startsWith(" ", i) || text.startsWith("\t", i)) {
      i++;
    }
    return text.startsWith("|", i);
  }

  private static int endOfArgument(String text, int open) {
    char quote = text.charAt(open);
    int i = open + 1;
    while (!isEndOfLine(text, i)) {
      if (text.charAt(i) == quote) {
        return i + 1;
      }
      boolean escape = quote == '\'' && text.charAt(i) == '\\' && !isEndOfLine(text, i + 1);
      i += escape ? 2 : 1;
    }
    return i;
  }

  private static boolean isEndOfLine(String text, int i) {
    return i >= text.length() || Characters.isNewline(text.charAt(i));
  }

  private static String name(String text, int backslash) {
    int end = backslash + 1;
    while (end < text.length()
        && text.charAt(end) != '\\'
        && !Characters.isSpace(text.charAt(end))) {
      end++;
    }
    return text.substring(backslash + 1, end);
  }

  private static int trimmed(String text, int start, int end) {
    int i = end;
    while (i > start + 1 && Characters.isSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Whether a statement, or a {@code \copy} without its backslash, reads lines of the script. */
  static boolean isCopyFromStdin(Tokens statement) {
    int first = 0;
    while (first < statement.size() && isOutside(statement.kind(first))) {
      first++;
    }
    if (!statement.isWord(first, "copy")) {
      return false;
    }
    Tokens tokens = statement.only(kind -> !isOutside(kind));
    int depth = 0;
    boolean from = false;
    for (int i = 1; i < tokens.size(); i++) {
      TokenKind kind = tokens.kind(i);
      if (from && (tokens.isWord(i, "stdin") || tokens.isWord(i, "stdout"))) {
        return true;
      }
      depth += kind == TokenKind.LEFT_PAREN ? 1 : kind == TokenKind.RIGHT_PAREN ? -1 : 0;
      from = depth == 0 && tokens.isWord(i, "from");
    }
    return false;
  }

  /** Whether a token is no part of a statement, wherever it stands. */
  static boolean isOutside(TokenKind kind) {
    return kind.isComment()
        || kind == TokenKind.BOM
        || kind == TokenKind.META_COMMAND
        || kind == TokenKind.COPY_DATA;
  }

  /**
   * The end of the lines of COPY data that begin here; the whole rest if no <code>\.</code> ends
   * them.
   */
  static int endOfCopyData(String text, int from) {
    for (int i = text.indexOf("\\.", from); i >= 0; i = text.indexOf("\\.", i + 2)) {
      boolean begins = i == from || text.charAt(i - 1) == '\n';
      boolean ends = i + 2 == text.length() || Characters.isNewline(text.charAt(i + 2));
      if (begins && ends) {
        return i + 2;
      }
    }
    return text.length();
  }

  /**
   * The end of a placeholder {@code ${name}}, or {@link Quotes#NEVER} if none begins at the dollar.
   */
  static int endOfPlaceholder(String text, int dollar) {
    if (!text.startsWith("{", dollar + 1)) {
      return Quotes.NEVER;
    }
    int i = dollar + 2;
    while (i < text.length() && isPlaceholderPart(text.charAt(i))) {
      i++;
    }
    return i > dollar + 2 && i < text.length() && text.charAt(i) == '}' ? i + 1 : Quotes.NEVER;
  }

  private static boolean isPlaceholderPart(char c) {
    return c != '$' && (Characters.isWordPart(c) || ".-:@/".indexOf(c) >= 0);
  }

  /** The end of a variable of psql, or {@link Quotes#NEVER} if none begins at the colon. */
  static int endOfVariable(String text, int colon) {
    int i = colon + 1;
    if (i == text.length()) {
      return Quotes.NEVER;
    }
    char first = text.charAt(i);
    if (Characters.isWordStart(first)) {
      return endOfVariableName(text, i);
    }
    if (first == '\'' || first == '"') {
      int end = endOfVariableName(text, i + 1);
      boolean closed = end > i + 1 && end < text.length() && text.charAt(end) == first;
      return closed ? end + 1 : Quotes.NEVER;
    }
    if (text.startsWith("{?", i)) {
      int end = endOfVariableName(text, i + 2);
      return end > i + 2 && text.startsWith("}", end) ? end + 1 : Quotes.NEVER;
    }
    return Quotes.NEVER;
  }

  private static int endOfVariableName(String text, int from) {
    int i = from;
    while (i < text.length() && Characters.isWordPart(text.charAt(i)) && text.charAt(i) != '$') {
      i++;
    }
    return i;
  }

  /** What a parser is given to read in the place of a placeholder; of the same length. */
  static String wordFor(String placeholder) {
    char quote = placeholder.charAt(1);
    if (quote == '\'' || quote == '"') {
      return " " + placeholder.substring(1);
    }
    StringBuilder word = new StringBuilder(placeholder);
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) == '$' || !Characters.isWordPart(word.charAt(i))) {
        word.setCharAt(i, '_');
      }
    }
    return word.toString();
  }
}
