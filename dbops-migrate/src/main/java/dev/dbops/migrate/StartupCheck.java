package dev.dbops.migrate;

import dev.dbops.migrate.drift.DriftCheck;
import dev.dbops.migrate.drift.DriftException;
import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.drift.ExpectedSchema;
import dev.dbops.migrate.drift.IgnorePolicy;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.report.DriftTextReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the database with what is expected when an application starts, within some seconds. Only
 * reads the database. Immutable and thread-safe.
 */
public final class StartupCheck {
  private static final Logger LOG = LoggerFactory.getLogger(StartupCheck.class);
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

  /** What comes of drift. */
  private enum Reaction {
    FAIL,
    WARN,
    REPORT
  }

  private final DriftCheck check;
  private final Reaction reaction;
  private final Severity threshold;

  private StartupCheck(DriftCheck check, Reaction reaction, Severity threshold) {
    this.check = check;
    this.reaction = reaction;
    this.threshold = threshold;
  }

  /** A check that warns, and takes 10 seconds at most. */
  static StartupCheck against(ExpectedSchema expected) {
    return new StartupCheck(
        DriftCheck.against(expected).within(USUAL_LIMIT), Reaction.WARN, Severity.INFO);
  }

  /** The same with another policy of what does not count. */
  public StartupCheck ignoring(IgnorePolicy policy) {
    return new StartupCheck(check.ignoring(policy), reaction, threshold);
  }

  /** The same with another limit, after which the database is left alone and no drift is known. */
  public StartupCheck within(Duration limit) {
    return new StartupCheck(check.within(limit), reaction, threshold);
  }

  /**
   * The same, throwing an exception if there is a difference as bad as this, or it cannot check.
   */
  public StartupCheck failingFrom(Severity severity) {
    return new StartupCheck(check, Reaction.FAIL, severity);
  }

  /** The same, writing to the log if there is drift, or it cannot check; this is the default. */
  public StartupCheck warning() {
    return new StartupCheck(check, Reaction.WARN, Severity.INFO);
  }

  /** The same, telling nobody but the caller if there is drift; the log if it cannot check. */
  public StartupCheck reporting() {
    return new StartupCheck(check, Reaction.REPORT, Severity.INFO);
  }

  /**
   * Checks.
   *
   * @return empty if it could not, for which the log has the reason
   * @throws DriftException if there is drift and it is to fail
   * @throws DbopsException if it could not check and is to fail
   */
  public Optional<DriftReport> run(DataSource database) {
    DriftReport report;
    try {
      report = check.of(database);
    } catch (DbopsException failure) {
      if (reaction == Reaction.FAIL) {
        throw failure;
      }
      LOG.warn("It is not known whether the database has drifted: {}", failure.getMessage());
      return Optional.empty();
    }
    if (report.hasDrift() && reaction != Reaction.REPORT) {
      if (reaction == Reaction.FAIL && isBad(report)) {
        throw new DriftException(text(report), report);
      }
      LOG.warn("The database is not what its migrations make:\n{}", text(report));
    }
    return Optional.of(report);
  }

  private boolean isBad(DriftReport report) {
    return report.differences().stream()
        .anyMatch(difference -> report.severity(difference).isAtLeast(threshold));
  }

  private static String text(DriftReport report) {
    StringBuilder text = new StringBuilder();
    try {
      new DriftTextReport(false).write(report, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().strip();
  }
}
