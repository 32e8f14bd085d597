package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.ReadProblem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Everything that a lint run found, and everything that it could not look into.
 *
 * @param targetVersion the major version that the findings hold for
 * @param findings in the order of the changelog
 * @param baselined findings that the baseline already knows
 * @param suppressed findings that the user accepted, with the reason
 * @param unusedSuppressions suppressions that accepted nothing
 * @param notAnalysed what could not be looked into
 * @param problems what could not be read
 * @param scope how much was looked at
 */
public record LintReport(
    int targetVersion,
    List<Finding> findings,
    List<Finding> baselined,
    List<Suppressed> suppressed,
    List<Suppression> unusedSuppressions,
    List<NotAnalysed> notAnalysed,
    List<ReadProblem> problems,
    Scope scope) {

  /** A finding that the user accepted. */
  public record Suppressed(Finding finding, Suppression by) {}

  /**
   * How much was looked at.
   *
   * @param changeSets in the changelog
   * @param linted of them, those whose findings are reported
   * @param statements in the linted ones
   * @param selection how the linted ones were chosen, in words; empty if all were
   * @param smallTables findings that were let off because their table is small
   */
  public record Scope(
      int changeSets, int linted, int statements, String selection, int smallTables) {}

  public LintReport {
    findings = List.copyOf(findings);
    baselined = List.copyOf(baselined);
    suppressed = List.copyOf(suppressed);
    unusedSuppressions = List.copyOf(unusedSuppressions);
    notAnalysed = List.copyOf(notAnalysed);
    problems = List.copyOf(problems);
  }

  /** The findings, those of a changeset together, in the order of the changelog. */
  public List<List<Finding>> byChangeSet() {
    IdentityHashMap<ChangeSet, List<Finding>> groups = new IdentityHashMap<>();
    List<List<Finding>> ordered = new ArrayList<>();
    for (Finding finding : findings) {
      List<Finding> group = groups.get(finding.changeSet());
      if (group == null) {
        group = new ArrayList<>();
        groups.put(finding.changeSet(), group);
        ordered.add(group);
      }
      group.add(finding);
    }
    return ordered;
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  public boolean hasAtLeast(Severity severity) {
    return findings.stream().anyMatch(finding -> finding.severity().isAtLeast(severity));
  }
}
