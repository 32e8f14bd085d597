package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A comment that accepts findings: {@code dbops:ignore rule-a, rule-b: reason}, {@code
 * dbops:ignore-changeset …} or {@code dbops:ignore-file …}.
 *
 * @param reason empty if none is given
 */
record SuppressionComment(
    SourceSpan span, Suppression.Scope scope, List<String> rules, String reason) {
  static final String MARK = "dbops:ignore";

  /** Reads a comment, given without its comment signs; empty if it accepts nothing. */
  static Optional<SuppressionComment> read(SourceSpan span, String text) {
    int mark = text.indexOf(MARK);
    if (mark < 0) {
      return Optional.empty();
    }
    String rest = text.substring(mark + MARK.length());
    Suppression.Scope scope = Suppression.Scope.STATEMENT;
    if (rest.startsWith("-changeset")) {
      scope = Suppression.Scope.CHANGESET;
      rest = rest.substring("-changeset".length());
    } else if (rest.startsWith("-file")) {
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
}
