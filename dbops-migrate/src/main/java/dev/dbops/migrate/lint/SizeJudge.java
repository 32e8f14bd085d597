package dev.dbops.migrate.lint;

import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Judges findings by the size of their table: the time a lock is held grows with it. */
final class SizeJudge {
  private final LintSettings settings;
  private final TableSizes sizes;

  SizeJudge(LintSettings settings, TableSizes sizes) {
    this.settings = settings;
    this.sizes = sizes;
  }

  /** The finding as the table's size makes it; empty if the table is small enough to let it off. */
  Optional<Finding> judge(Finding finding) {
    Optional<TableSize> known = finding.table().flatMap(sizes::sizeOf);
    if (known.isEmpty()) {
      return Optional.of(finding);
    }
    TableSize size = known.get();
    if (!growsWithTable(finding.rule())) {
      return Optional.of(finding.sized(size, finding.severity(), finding.message()));
    }
    if (size.rows() < settings.smallTableRows()) {
      return Optional.empty();
    }
    boolean large = size.rows() >= settings.largeTableRows();
    Severity severity =
        large || !finding.severity().isAtLeast(Severity.WARNING)
            ? finding.severity()
            : Severity.WARNING;
    String message =
        finding.message()
            + " ("
            + size.words()
            + ", for about "
            + words(estimate(finding, size))
            + ")";
    return Optional.of(finding.sized(size, severity, message));
  }

  /** A migration that fails, or breaks what runs, does so on a table of forty rows as well. */
  private static boolean growsWithTable(RuleInfo rule) {
    return switch (rule.blocks()) {
      case MIGRATION, APPLICATION -> false;
      case READS_AND_WRITES, READS, WRITES, NOBODY -> !rule.work().isEmpty();
    };
  }

  private Duration estimate(Finding finding, TableSize size) {
    Set<Work> work = finding.rule().work();
    boolean writes =
        work.contains(Work.REWRITE)
            || work.contains(Work.INDEX_BUILD)
            || finding.rule().lock().filter(LockMode.ROW_EXCLUSIVE::equals).isPresent();
    long bytesPerSecond = writes ? settings.rewriteBytesPerSecond() : settings.scanBytesPerSecond();
    return Duration.ofSeconds(Math.max(1, size.bytes() / Math.max(1, bytesPerSecond)));
  }

  private static String words(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }
}
