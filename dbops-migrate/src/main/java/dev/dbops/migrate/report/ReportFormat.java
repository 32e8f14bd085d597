package dev.dbops.migrate.report;

import java.io.IOException;

/**
 * A form that a report can be written in. Implementations have no state and are thread-safe.
 *
 * @param <R> what is reported: {@link dev.dbops.migrate.lint.LintReport} or {@link
 *     dev.dbops.migrate.drift.DriftReport}
 */
public interface ReportFormat<R> {
  /** What the format is called in the parameter {@code reports}. */
  String id();

  /** The name of the file that it is written to. */
  String fileName();

  /**
   * Writes a report.
   *
   * @throws IOException if {@code out} cannot be written to
   */
  void write(R report, Appendable out) throws IOException;
}
