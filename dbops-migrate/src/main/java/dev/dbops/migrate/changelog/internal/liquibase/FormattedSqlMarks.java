package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.changelog.internal.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the changesets of a file of formatted SQL. A changeset has two children: {@code sql}, all
 * its lines, and {@code rollback}, what stands in the comments that say so.
 */
final class FormattedSqlMarks {
  private static final Pattern CHANGE_SET =
      pattern("\\s*--\\s*changeset\\s+(\"[^\"]+\"|[^:]+):\\s*(\"[^\"]+\"|\\S+).*");
  private static final Pattern ROLLBACK = pattern("\\s*--\\s*rollback (.*)");
  private static final Pattern ROLLBACK_BLOCK = pattern("\\s*/\\*\\s*liquibase\\s*rollback\\s*");
  private static final Pattern BLOCK_END = pattern("(.*?)\\s*\\*/\\s*");
  private static final Pattern IGNORE_LINES = pattern("--\\s*ignoreLines:(\\w+)");

  private final SourceFile file;
  private final List<NodeMark> changeSets = new ArrayList<>();
  private int header = -1;
  private int body;
  private MappedText.Builder rollback;

  private FormattedSqlMarks(SourceFile file) {
    this.file = file;
    this.rollback = MappedText.builder(file);
  }

  /** The changesets in their order. */
  static List<NodeMark> read(SourceFile file) {
    FormattedSqlMarks marks = new FormattedSqlMarks(file);
    marks.read();
    return marks.changeSets;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  private void read() {
    for (int line = 1; line <= file.lineCount(); line++) {
      String text = file.line(line);
      Matcher ignore = IGNORE_LINES.matcher(text);
      Matcher undo = ROLLBACK.matcher(text);
      if (ignore.matches()) {
        line = afterIgnored(line, ignore.group(1));
      } else if (CHANGE_SET.matcher(text).matches()) {
        close(start(line));
        header = start(line);
        body = line < file.lineCount() ? start(line + 1) : file.text().length();
        rollback = MappedText.builder(file);
      } else if (undo.matches()) {
        appendLine(start(line) + undo.start(1), start(line) + undo.end(1));
      } else if (ROLLBACK_BLOCK.matcher(text).matches()) {
        line = rollbackBlock(line + 1);
      }
    }
    close(file.text().length());
  }

  private int rollbackBlock(int first) {
    int line = first;
    for (; line <= file.lineCount(); line++) {
      Matcher end = BLOCK_END.matcher(file.line(line));
      if (end.matches()) {
        appendLine(start(line), start(line) + end.end(1));
        return line;
      }
      appendLine(start(line), start(line) + file.line(line).length());
    }
    return line;
  }

  private void appendLine(int start, int end) {
    rollback.append(start, end).append('\n', end);
  }

  private int afterIgnored(int line, String amount) {
    if (!amount.equalsIgnoreCase("start")) {
      return line + (amount.matches("\\d{1,9}") ? Integer.parseInt(amount) : 0);
    }
    for (int end = line + 1; end <= file.lineCount(); end++) {
      Matcher ignore = IGNORE_LINES.matcher(file.line(end));
      if (ignore.matches() && ignore.group(1).equalsIgnoreCase("end")) {
        return end;
      }
    }
    return file.lineCount();
  }

  private void close(int end) {
    if (header < 0) {
      return;
    }
    int last = end;
    while (last > body && Character.isWhitespace(file.text().charAt(last - 1))) {
      last--;
    }
    SourceSpan whole = file.span(header, Math.max(last, header));
    SourceSpan sql = file.span(body, Math.max(body, last));
    MappedText undo = rollback.build();
    changeSets.add(
        new NodeMark(
            "changeSet",
            whole,
            List.of(
                new NodeMark("sql", sql, List.of(), () -> MappedText.of(sql)),
                new NodeMark("rollback", whole, List.of(), () -> undo)),
            () -> MappedText.of(whole)));
  }

  private int start(int line) {
    return file.offset(line, 1);
  }
}
