package dev.dbops.migrate.report;

import dev.dbops.migrate.changelog.SourcePosition;
import dev.dbops.migrate.changelog.SourceSpan;

/** The line of the user's file that a finding points to, with a mark under the place. */
final class Excerpt {
  private static final int WIDEST = 120;

  private Excerpt() {}

  /** Two lines: the source and the mark; each begins with the given gutter's width. */
  static String of(SourceSpan span) {
    SourcePosition from = span.from();
    SourcePosition to = span.to();
    String line = span.file().line(from.line());
    int start = from.column() - 1;
    int end = to.line() == from.line() ? to.column() - 1 : line.length();
    int cut = start > WIDEST / 2 ? start - WIDEST / 4 : 0;
    String shown = line.substring(cut, Math.min(line.length(), cut + WIDEST)).replace('\t', ' ');
    String number = String.format("%5d", from.line());
    int marks = Math.max(1, Math.min(end, cut + WIDEST) - start);
    return number
        + " | "
        + (cut > 0 ? "…" : "")
        + shown
        + "\n"
        + " ".repeat(number.length())
        + " | "
        + " ".repeat(start - cut + (cut > 0 ? 1 : 0))
        + "^".repeat(marks)
        + "\n";
  }
}
