package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.online.OnlineForm;
import java.util.List;
import java.util.Optional;

/**
 * A hazard in a changelog.
 *
 * @param rule the rule that found it
 * @param severity of this finding: the rule's, the configured one, or what the table's size makes
 *     of it
 * @param message the danger in a sentence, with the user's own names, without a final stop
 * @param span the statement or sub-command, in the user's file
 * @param statement the statement as it is sent
 * @param table the table that is in danger, if it is one
 * @param size how large that table is, if it is known
 * @param effects the locks that the statement or sub-command takes, as predicted for the target
 *     version
 * @param fix what to run instead, ready to paste, if there is such a thing
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    String message,
    ChangeSet changeSet,
    SourceSpan span,
    String statement,
    Optional<ObjectName> table,
    Optional<TableSize> size,
    List<LockEffect> effects,
    Optional<OnlineForm> fix) {
  public Finding {
    effects = List.copyOf(effects);
  }

  Finding withSeverity(Severity other) {
    return new Finding(rule, other, message, changeSet, span, statement, table, size, effects, fix);
  }

  Finding sized(TableSize known, Severity judged, String inWords) {
    return new Finding(
        rule, judged, inWords, changeSet, span, statement, table, Optional.of(known), effects, fix);
  }
}
