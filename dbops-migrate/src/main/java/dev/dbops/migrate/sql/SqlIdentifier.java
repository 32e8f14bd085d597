package dev.dbops.migrate.sql;

import java.nio.charset.StandardCharsets;

/**
 * Identifiers and string constants as PostgreSQL reads and writes them: the one place where text
 * becomes part of SQL.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers</a>
 */
public final class SqlIdentifier {
  /** The bytes of UTF-8 that PostgreSQL keeps of a name. */
  public static final int MAX_BYTES = 63;

  private SqlIdentifier() {}

  /**
   * A name as it must stand in SQL: in quotes only where they are needed, as the server's {@code
   * quote_ident} does it.
   */
  public static String quote(String name) {
    return isSafe(name) && !Keywords.needQuotes(name)
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A string constant, as the server's {@code quote_literal} writes it. */
  public static String quoteLiteral(String value) {
    String literal = "'" + value.replace("'", "''") + "'";
    return value.indexOf('\\') < 0 ? literal : "E" + literal.replace("\\", "\\\\");
  }

  /**
   * The name that a token of SQL stands for: lower case without quotes (ASCII letters only, as the
   * server does it), unescaped with them. A name of {@code U&"…"} may carry its {@code UESCAPE}
   * clause; an escape that the server would refuse stays as it is. The name is not {@linkplain
   * #truncate cut}.
   */
  public static String fold(String token) {
    if (token.startsWith("\"")) {
      return unquote(token, 1, token.length() - 1);
    }
    if (token.length() > 2 && Characters.isAsciiEqual(token, 0, 3, "u&\"")) {
      return UnicodeEscapes.decode(token);
    }
    StringBuilder folded = new StringBuilder(token);
    for (int i = 0; i < folded.length(); i++) {
      folded.setCharAt(i, Characters.toLowerCase(folded.charAt(i)));
    }
    return folded.toString();
  }

  /**
   * The name cut to {@value #MAX_BYTES} bytes of UTF-8, never inside a character, as the server
   * does it.
   */
  public static String truncate(String name) {
    if (name.length() * 3L <= MAX_BYTES) {
      return name;
    }
    int bytes = 0;
    int end = 0;
    while (end < name.length()) {
      int next = name.offsetByCodePoints(end, 1);
      bytes += name.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_BYTES) {
        return name.substring(0, end);
      }
      end = next;
    }
    return name;
  }

  static String unquote(String token, int start, int end) {
    return token.substring(start, Math.max(start, end)).replace("\"\"", "\"");
  }

  private static boolean isSafe(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || c == '_';
      if (!letter && (i == 0 || !Characters.isDigit(c))) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
