package dev.dbops.migrate.report;

import dev.dbops.migrate.lint.LintReport;
import java.io.IOException;

/** A form that a report can be written in. Implementations have no state and are thread-safe. */
public interface ReportFormat {
  /** What the format is called in the parameter {@code reports}. */
  String id();

  /** The name of the file that it is written to. */
  String fileName();

  /**
   * Writes a report.
   *
   * @throws IOException if {@code out} cannot be written to
   */
  void write(LintReport report, Appendable out) throws IOException;
}
