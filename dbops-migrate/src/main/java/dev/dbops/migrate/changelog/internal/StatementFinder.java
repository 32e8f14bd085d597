package dev.dbops.migrate.changelog.internal;

import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.changelog.SqlText.Segment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds SQL that is sent to the server in the source that it was made from.
 *
 * <p>The runner cut the source into statements, dropped delimiters, perhaps comments, changed white
 * space and filled in placeholders. Instead of doing all that again, this walks through both texts
 * at once and takes back the difference that explains the next character. Where a comment may have
 * been kept or dropped, it goes on as if it had been kept, and comes back if that leads nowhere.
 */
public final class StatementFinder {
  /** How far both texts have been read. */
  private record Position(int sent, int source) {}

  private static final int UNMAPPED = -1;

  private final MappedText source;
  private final String text;
  private final UnaryOperator<String> placeholders;
  private int cursor;
  private long steps;

  /**
   * Starts at the beginning of a source.
   *
   * @param placeholders turns a placeholder, braces included, into what is sent in its place
   */
  public StatementFinder(MappedText source, UnaryOperator<String> placeholders) {
    this.source = source;
    this.text = source.text();
    this.placeholders = placeholders;
    // Enough for any honest source; a bound for texts that have nothing to do with each other.
    this.steps = 100_000L + 40L * text.length();
  }

  /** The next statement, after those found before; empty if it does not come from this source. */
  public Optional<SqlText> next(String sent) {
    int[] indexes = new int[sent.length()];
    for (int start = cursor; start < text.length() && steps > 0; ) {
      boolean space = Character.isWhitespace(text.charAt(start));
      boolean comment = startsComment(text, start);
      boolean possible = !space && (!comment || startsComment(sent, 0));
      if (possible && match(sent, start, indexes)) {
        return Optional.of(mapped(sent, start, indexes));
      }
      start = comment ? endOfComment(start) : start + 1;
    }
    return Optional.empty();
  }

  /**
   * Reads the whole of what was sent from one place in the source on.
   *
   * @param indexes filled with the index in the source of each character that was sent
   */
  private boolean match(String sent, int start, int[] indexes) {
    Deque<Position> withoutComment = new ArrayDeque<>();
    int i = 0;
    int j = start;
    while (steps-- > 0) {
      if (i == sent.length()) {
        cursor = j;
        return true;
      }
      boolean more = j < text.length();
      String placeholder = more ? placeholderAt(j) : "";
      String value = placeholder.isEmpty() ? "" : placeholders.apply(placeholder);
      if (!value.equals(placeholder) && sent.startsWith(value, i)) {
        for (int end = i + value.length(); i < end; i++) {
          indexes[i] = UNMAPPED;
        }
        j += placeholder.length();
      } else if (more && startsComment(text, j) && !startsComment(sent, i)) {
        j = endOfComment(j);
      } else if (more && text.charAt(j) == sent.charAt(i)) {
        if (startsComment(text, j)) {
          withoutComment.push(new Position(i, endOfComment(j)));
        }
        indexes[i++] = j++;
      } else if (more && Character.isWhitespace(text.charAt(j))) {
        j++;
      } else if (Character.isWhitespace(sent.charAt(i))) {
        indexes[i++] = UNMAPPED;
      } else if (withoutComment.isEmpty()) {
        return false;
      } else {
        Position back = withoutComment.pop();
        i = back.sent();
        j = back.source();
      }
    }
    return false;
  }

  private SqlText mapped(String sent, int start, int[] indexes) {
    List<Segment> segments = new ArrayList<>();
    for (int from = 0; from < indexes.length; from++) {
      if (indexes[from] != UNMAPPED) {
        int to = from + 1;
        int offset = source.offset(indexes[from]);
        while (to < indexes.length
            && indexes[to] != UNMAPPED
            && source.offset(indexes[to]) == offset + to - from) {
          to++;
        }
        segments.add(new Segment(from, offset, to - from));
        from = to - 1;
      }
    }
    return SqlText.mapped(sent, source.span(start, cursor), segments);
  }

  private static boolean startsComment(String sql, int index) {
    return sql.startsWith("--", index) || sql.startsWith("/*", index);
  }

  private int endOfComment(int index) {
    boolean line = text.charAt(index) == '-';
    int end = text.indexOf(line ? "\n" : "*/", index);
    return end < 0 ? text.length() : line ? end : end + 2;
  }

  private String placeholderAt(int index) {
    int end = text.startsWith("${", index) ? text.indexOf('}', index) : -1;
    return end < 0 ? "" : text.substring(index, end + 1);
  }
}
