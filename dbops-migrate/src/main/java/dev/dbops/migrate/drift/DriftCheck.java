package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.live.CatalogReader;
import javax.sql.DataSource;

/** Compares databases with one expected schema. Immutable and thread-safe. */
public final class DriftCheck {
  private final ExpectedSchema expected;
  private final IgnorePolicy policy;

  private DriftCheck(ExpectedSchema expected, IgnorePolicy policy) {
    this.expected = expected;
    this.policy = policy;
  }

  /** A check with {@linkplain IgnorePolicy#defaults() the usual policy}. */
  public static DriftCheck against(ExpectedSchema expected) {
    return new DriftCheck(expected, IgnorePolicy.defaults());
  }

  /** The same check with another policy. */
  public DriftCheck ignoring(IgnorePolicy other) {
    return new DriftCheck(expected, other);
  }

  /**
   * Reads a database and says how it differs.
   *
   * @throws dev.dbops.migrate.error.DbopsException if it cannot be read, or it cannot be told what
   *     to expect
   */
  public DriftReport of(DataSource database) {
    ExpectedSchema.Expectation expectation = expected.of(database);
    return DriftReport.of(
        MigratingRole.on(database, expectation), CatalogReader.create().read(database), policy);
  }
}
