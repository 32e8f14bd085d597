package dev.dbops.migrate.lint;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to lint. Immutable; the names are those of {@code dbops.yaml} and of the Maven parameters.
 *
 * @param targetVersion the major version of the server that migrations run on, 10 to 18; default 18
 * @param severities severities by rule id; an empty value switches the rule off, a present one
 *     switches it on
 * @param smallTableRows tables of known size with fewer rows are let off by rules that are about
 *     the time a lock is held; default 10,000
 * @param largeTableRows tables of known size with fewer rows make such findings warnings at most;
 *     default 1,000,000
 * @param scanBytesPerSecond how fast the server reads a table, for estimates; default 200 MiB
 * @param rewriteBytesPerSecond how fast it rewrites one or builds an index; default 50 MiB
 */
public record LintSettings(
    int targetVersion,
    Map<String, Optional<Severity>> severities,
    long smallTableRows,
    long largeTableRows,
    long scanBytesPerSecond,
    long rewriteBytesPerSecond) {
  public static final int OLDEST_VERSION = 10;
  public static final int NEWEST_VERSION = 18;
  private static final long MEBIBYTE = 1024L * 1024;

  public LintSettings {
    severities = Map.copyOf(severities);
    if (targetVersion < OLDEST_VERSION || targetVersion > NEWEST_VERSION) {
      throw new IllegalArgumentException(
          "targetVersion is a major version from %d to %d, not %d"
              .formatted(OLDEST_VERSION, NEWEST_VERSION, targetVersion));
    }
  }

  public static LintSettings defaults() {
    return new LintSettings(
        NEWEST_VERSION, Map.of(), 10_000, 1_000_000, 200 * MEBIBYTE, 50 * MEBIBYTE);
  }

  public LintSettings withTargetVersion(int version) {
    return new LintSettings(
        version,
        severities,
        smallTableRows,
        largeTableRows,
        scanBytesPerSecond,
        rewriteBytesPerSecond);
  }

  public LintSettings withSeverities(Map<String, Optional<Severity>> byRule) {
    return new LintSettings(
        targetVersion,
        byRule,
        smallTableRows,
        largeTableRows,
        scanBytesPerSecond,
        rewriteBytesPerSecond);
  }

  public LintSettings withSmallTableRows(long rows) {
    return new LintSettings(
        targetVersion, severities, rows, largeTableRows, scanBytesPerSecond, rewriteBytesPerSecond);
  }

  public LintSettings withLargeTableRows(long rows) {
    return new LintSettings(
        targetVersion, severities, smallTableRows, rows, scanBytesPerSecond, rewriteBytesPerSecond);
  }

  public LintSettings withScanBytesPerSecond(long bytes) {
    return new LintSettings(
        targetVersion, severities, smallTableRows, largeTableRows, bytes, rewriteBytesPerSecond);
  }

  public LintSettings withRewriteBytesPerSecond(long bytes) {
    return new LintSettings(
        targetVersion, severities, smallTableRows, largeTableRows, scanBytesPerSecond, bytes);
  }

  /** The severity of a rule's findings, by its id or else a former one; empty if it is off. */
  public Optional<Severity> severityOf(RuleInfo rule) {
    return Stream.concat(Stream.of(rule.id()), rule.aliases().stream().sorted())
        .filter(severities::containsKey)
        .findFirst()
        .map(severities::get)
        .orElse(rule.enabled() ? Optional.of(rule.severity()) : Optional.empty());
  }
}
