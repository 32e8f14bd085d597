package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SourceSpan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What Liquibase has to say about a file that it cannot read, in one sentence and with its place.
 */
final class Failure {
  private static final Pattern LINE = Pattern.compile("\\bline (\\d+)");

  private Failure() {}

  /** A problem with a whole file. */
  static ReadProblem inFile(SourceFile file, Throwable cause) {
    return new ReadProblem(
        place(file, cause).orElse(file.whole()),
        file.path() + " cannot be read: " + reason(cause),
        "correct it; Liquibase itself stops at this file");
  }

  /** A problem with a part of a file, while the rest of the file was read. */
  static ReadProblem at(SourceSpan span, String what, Throwable cause) {
    return new ReadProblem(
        span,
        what + " cannot be read: " + reason(cause),
        "correct it; Liquibase itself stops here");
  }

  /** The first line of the innermost message, without a full stop. */
  static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof MarkedYAMLException)) {
      cause = cause.getCause();
    }
    String message =
        cause instanceof MarkedYAMLException yaml ? yaml.getProblem() : cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : sentence(message);
  }

  /** The first line of a message of Liquibase's, without the advice that it is full of. */
  static String sentence(String message) {
    if (message.contains("Unknown change type")) {
      return "Liquibase does not know this kind of change";
    }
    return message
        .strip()
        .lines()
        .findFirst()
        .orElse("")
        .replace("was not found in the configured search path", "does not exist")
        .replaceFirst("[.:]?\\s*$", "");
  }

  private static Optional<SourceSpan> place(SourceFile file, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SAXParseException xml && xml.getLineNumber() > 0) {
        return Optional.of(point(file, xml.getLineNumber(), xml.getColumnNumber()));
      }
      if (cause instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
        Mark mark = yaml.getProblemMark();
        return Optional.of(point(file, mark.getLine() + 1, mark.getColumn() + 1));
      }
    }
    Matcher line = LINE.matcher(String.valueOf(failure.getMessage()));
    return line.find()
        ? Optional.of(point(file, Integer.parseInt(line.group(1)), 1))
        : Optional.empty();
  }

  private static SourceSpan point(SourceFile file, int line, int column) {
    int offset = file.offset(line, column);
    return file.span(offset, offset);
  }
}
