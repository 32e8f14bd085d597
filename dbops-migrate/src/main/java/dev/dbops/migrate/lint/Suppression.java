package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.SourceSpan;
import java.util.Optional;

/**
 * A comment with which a user accepts a finding: {@code dbops:ignore rule-id: reason}.
 *
 * @param rule the rule's id or one of its aliases
 * @param reason why the danger is accepted; empty if none is given, which is itself reported
 * @param scope how far it reaches
 * @param comment where it stands
 * @param target what it accepts findings in; empty means the whole file
 */
public record Suppression(
    String rule, String reason, Scope scope, SourceSpan comment, Optional<SourceSpan> target) {
  /** How far a suppression reaches. */
  public enum Scope {
    STATEMENT,
    CHANGESET,
    FILE
  }
}
