package dev.dbops.migrate.report;

import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.Work;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences that several reports share. */
final class Wording {
  /** A table may have thousands of partitions; the JSON report names them all. */
  private static final int SHOWN_LOCKS = 5;

  private Wording() {}

  /** {@code blocks writes: SHARE on public.orders while it builds an index}. */
  static String lock(Finding finding) {
    String blocks = "blocks " + finding.rule().blocks().words();
    List<LockEffect> effects = finding.effects();
    if (effects.isEmpty()) {
      return blocks;
    }
    List<String> locks =
        effects.stream()
            .sorted(Comparator.comparing(LockEffect::mode).reversed())
            .map(Wording::effect)
            .distinct()
            .toList();
    int rest = locks.size() - SHOWN_LOCKS;
    String shown = locks.stream().limit(SHOWN_LOCKS).collect(Collectors.joining("; "));
    return blocks + ": " + shown + (rest > 0 ? "; and " + rest + " more" : "");
  }

  private static String effect(LockEffect effect) {
    String lock = effect.mode().sql() + " on " + effect.relation();
    return effect.isLong()
        ? lock
            + " while it "
            + effect.work().stream().sorted().map(Work::words).collect(Collectors.joining(" and "))
        : lock;
  }

  /** {@code 3 errors, 2 warnings and 1 note in 40 statements of 12 changesets}. */
  static String summary(LintReport report) {
    String findings =
        report.findings().isEmpty()
            ? "No findings"
            : counted(report.count(Severity.ERROR), "error")
                + ", "
                + counted(report.count(Severity.WARNING), "warning")
                + ", "
                + counted(report.count(Severity.INFO), "note");
    LintReport.Scope scope = report.scope();
    String selection = scope.selection().isEmpty() ? "" : " (" + scope.selection() + ")";
    return findings
        + " in "
        + counted(scope.statements(), "statement")
        + " of "
        + counted(scope.linted(), "changeset")
        + selection
        + ", for PostgreSQL "
        + report.targetVersion();
  }

  static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
