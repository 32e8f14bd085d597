package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.sql.RawStatement;
import java.util.List;

/** The suppressions of a changelog, and the findings that they accept. */
final class SuppressionIndex {
  /** Findings taken apart by whether a suppression accepts them. */
  record Split(
      List<Finding> reported, List<LintReport.Suppressed> suppressed, List<Suppression> unused) {}

  SuppressionIndex(Changelog changelog, RuleSet rules) {}

  void add(ChangeSet changeSet, List<RawStatement> statements) {}

  Split split(List<Finding> findings) {
    return new Split(List.copyOf(findings), List.of(), List.of());
  }
}
