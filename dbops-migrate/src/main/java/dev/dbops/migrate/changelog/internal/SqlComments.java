package dev.dbops.migrate.changelog.internal;

import dev.dbops.migrate.changelog.ChangelogComment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Finds the comments in SQL that speak to dbops, for a runner may drop them before it sends it. */
public final class SqlComments {
  private static final String MARK = "dbops:";

  private SqlComments() {}

  /**
   * Finds comments.
   *
   * @param known whether what stands at an offset of the file is sent anyway
   */
  public static List<ChangelogComment> in(MappedText sql, IntPredicate known) {
    List<ChangelogComment> comments = new ArrayList<>();
    String text = sql.text();
    int i = text.contains(MARK) ? 0 : text.length();
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean line = text.startsWith("--", i);
      if (line || text.startsWith("/*", i)) {
        int end = end(text, i + 2, line ? "\n" : "*/");
        String content = text.substring(i + 2, end).trim();
        if (content.contains(MARK) && !known.test(sql.offset(i))) {
          int length = line ? text.substring(i, end).stripTrailing().length() : end + 2 - i;
          int last = Math.min(i + length, text.length());
          comments.add(new ChangelogComment(sql.span(i, last), content));
        }
        i = end + (line ? 1 : 2);
      } else if (c == '\'' || c == '"') {
        i = end(text, i + 1, String.valueOf(c)) + 1;
      } else {
        i++;
      }
    }
    return comments;
  }

  private static int end(String text, int from, String sign) {
    int end = text.indexOf(sign, from);
    return end < 0 ? text.length() : end;
  }
}
