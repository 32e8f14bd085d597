package dev.dbops.migrate;

import dev.dbops.migrate.drift.DriftCheck;
import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.drift.ExpectedSchema;
import dev.dbops.migrate.drift.IgnorePolicy;
import javax.sql.DataSource;

/** Says how a database differs from its migrations. */
public final class Drift {
  private Drift() {}

  /**
   * Compares a database with the schema that it should have, with {@linkplain
   * IgnorePolicy#defaults() the usual policy} of what does not count.
   *
   * @throws dev.dbops.migrate.error.DbopsException if the database cannot be read, or it cannot be
   *     told what to expect
   */
  public static DriftReport between(ExpectedSchema expected, DataSource database) {
    return DriftCheck.against(expected).of(database);
  }

  /** The same with another policy. */
  public static DriftReport between(
      ExpectedSchema expected, DataSource database, IgnorePolicy policy) {
    return DriftCheck.against(expected).ignoring(policy).of(database);
  }

  /** A check for the start of an application, to be told what to do about drift. */
  public static StartupCheck atStartup(ExpectedSchema expected) {
    return StartupCheck.against(expected);
  }
}
