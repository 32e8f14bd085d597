package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.live.CatalogReader;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Compares databases with one expected schema. Immutable and thread-safe. */
public final class DriftCheck {
  private final ExpectedSchema expected;
  private final IgnorePolicy policy;
  private final Optional<Duration> limit;

  private DriftCheck(ExpectedSchema expected, IgnorePolicy policy, Optional<Duration> limit) {
    this.expected = expected;
    this.policy = policy;
    this.limit = limit;
  }

  /** A check with {@linkplain IgnorePolicy#defaults() the usual policy}. */
  public static DriftCheck against(ExpectedSchema expected) {
    return new DriftCheck(expected, IgnorePolicy.defaults(), Optional.empty());
  }

  /** The same check with another policy. */
  public DriftCheck ignoring(IgnorePolicy other) {
    return new DriftCheck(expected, other, limit);
  }

  /**
   * The same check with a limit for all of it, the replay of migrations included: then it fails,
   * and its connections are aborted. Without this only each query is limited, to a minute.
   */
  public DriftCheck within(Duration other) {
    return new DriftCheck(expected, policy, Optional.of(other));
  }

  /**
   * Reads a database and says how it differs.
   *
   * @throws dev.dbops.migrate.error.DbopsException if it cannot be read, it cannot be told what to
   *     expect, or the time is over
   */
  public DriftReport of(DataSource database) {
    return limit
        .map(each -> TimeLimit.within(each, database, this::compare))
        .orElseGet(() -> compare(database));
  }

  private DriftReport compare(DataSource database) {
    ExpectedSchema.Expectation expectation = expected.of(database);
    return DriftReport.of(MigratingRole.on(database, expectation), reader().read(database), policy);
  }

  private CatalogReader reader() {
    return limit.map(CatalogReader.create()::within).orElseGet(CatalogReader::create);
  }
}
