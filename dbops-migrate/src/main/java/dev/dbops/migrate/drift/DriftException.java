package dev.dbops.migrate.drift;

import dev.dbops.migrate.error.DbopsException;

/** Thrown where drift is not to be lived with: a database is not what its migrations make. */
public final class DriftException extends DbopsException {
  private static final long serialVersionUID = 1;

  private final transient DriftReport report;

  /**
   * @param what the differences in words
   */
  public DriftException(String what, DriftReport report) {
    super(what, "mend the database with this SQL, or write a migration that does the same");
    this.report = report;
  }

  /** The differences. */
  public DriftReport report() {
    return report;
  }
}
