package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A comment that accepts findings: {@code dbops:ignore rule-a, rule-b: reason}, {@code
 * dbops:ignore-changeset …} or {@code dbops:ignore-file …}.
 *
 * @param reason empty if none is given
 */
record SuppressionComment(
    SourceSpan span, Suppression.Scope scope, List<String> rules, String reason) {
  private static final Pattern MARK = Pattern.compile("dbops:ignore", Pattern.CASE_INSENSITIVE);

  /** Whether a file may hold such comments. */
  static boolean isIn(String text) {
    return MARK.matcher(text).find();
  }

  /** Reads a comment, given without its comment signs; empty if it is no suppression. */
  static Optional<SuppressionComment> read(SourceSpan span, String text) {
    Matcher mark = MARK.matcher(text);
    if (!mark.find()) {
      return Optional.empty();
    }
    String rest = text.substring(mark.end());
    Suppression.Scope scope = Suppression.Scope.STATEMENT;
    if (startsWith(rest, "-changeset")) {
      scope = Suppression.Scope.CHANGESET;
      rest = rest.substring("-changeset".length());
    } else if (startsWith(rest, "-file")) {
      scope = Suppression.Scope.FILE;
      rest = rest.substring("-file".length());
    }
    int colon = rest.indexOf(':');
    String names = colon < 0 ? rest : rest.substring(0, colon);
    String reason = colon < 0 ? "" : rest.substring(colon + 1).strip();
    List<String> rules =
        Stream.of(names.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    return Optional.of(new SuppressionComment(span, scope, rules, reason));
  }

  private static boolean startsWith(String text, String word) {
    return text.regionMatches(true, 0, word, 0, word.length());
  }
}
