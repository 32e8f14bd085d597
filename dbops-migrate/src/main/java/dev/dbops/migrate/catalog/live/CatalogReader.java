package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.error.DbopsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogs of a live database: one query for each kind of thing, whatever their number,
 * in one read-only transaction that sees one moment. Needs no rights but to connect. Immutable and
 * thread-safe.
 */
public final class CatalogReader {
  private static final int ATTEMPTS = 10;

  /** Something temporary of another session may be gone as often as this, but hardly more. */
  private static final int UNDAMAGED = 3;

  private final Duration lockTimeout;
  private final Duration statementTimeout;
  private final boolean strict;
  private final boolean positions;

  private CatalogReader(
      Duration lockTimeout, Duration statementTimeout, boolean strict, boolean positions) {
    this.lockTimeout = lockTimeout;
    this.statementTimeout = statementTimeout;
    this.strict = strict;
    this.positions = positions;
  }

  /** Waits for no lock longer than 2 seconds and for no query longer than a minute. */
  public static CatalogReader create() {
    return new CatalogReader(Duration.ofSeconds(2), Duration.ofMinutes(1), false, false);
  }

  /** A reader that waits for no query longer than this. */
  public CatalogReader within(Duration limit) {
    return new CatalogReader(lockTimeout, limit, strict, positions);
  }

  /** A reader that fails where another says that there is something that it does not know. */
  public CatalogReader strict() {
    return new CatalogReader(lockTimeout, statementTimeout, true, positions);
  }

  /**
   * A reader that also tells how far each sequence has counted, which rows move and no migration;
   * the role needs the privilege USAGE or SELECT on it.
   */
  public CatalogReader withSequencePositions() {
    return new CatalogReader(lockTimeout, statementTimeout, strict, true);
  }

  /**
   * Reads a database in a connection of its own, whose settings are afterwards as they were.
   *
   * @throws DbopsException if a strict reader finds something unknown, if it cannot be read, or
   *     changes so often that no two readings agree
   */
  public CatalogSnapshot read(DataSource database) {
    try (Connection connection = database.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      CatalogSnapshot snapshot;
      try (Statement statement = connection.createStatement()) {
        snapshot = readUnchanged(connection, statement);
      } catch (SQLException | RuntimeException e) {
        try {
          connection.rollback();
          connection.setAutoCommit(autoCommit);
        } catch (SQLException lost) {
          e.addSuppressed(lost);
        }
        throw e;
      }
      connection.rollback();
      connection.setAutoCommit(autoCommit);
      return snapshot;
    } catch (SQLException e) {
      throw ReadFailure.of(e, statementTimeout);
    }
  }

  /**
   * Where the server puts a definition into words it takes the newest catalogs, whatever the
   * transaction sees; of what is gone it knows nothing. What was read is of one moment only if that
   * lasted until all of it was read.
   */
  private CatalogSnapshot readUnchanged(Connection connection, Statement statement)
      throws SQLException {
    prepare(statement);
    int failures = 0;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      CatalogMoment moment = CatalogMoment.now(statement);
      @Nullable CatalogSnapshot snapshot = null;
      @Nullable SQLException failure = null;
      try {
        snapshot =
            CatalogPass.read(
                statement,
                connection.getMetaData().getDatabaseMajorVersion(),
                positions,
                failures >= UNDAMAGED);
      } catch (SQLException e) {
        failure = e;
      }
      beginAgain(connection, statement, failure);
      boolean lasted = moment.lasts(statement);
      if (failure != null && lasted) {
        refuse(failure, failures, statement);
        failures++;
      }
      if (lasted && snapshot != null) {
        refuseUnseen(snapshot);
        return snapshot;
      }
    }
    throw new DbopsException(
        "The schema of the database changed while it was read, %d times".formatted(ATTEMPTS),
        "read it when no migration or other DDL is running");
  }

  /** What went wrong at first is told, not that afterwards the connection was of no use. */
  private void beginAgain(
      Connection connection, Statement statement, @Nullable SQLException failure)
      throws SQLException {
    try {
      connection.rollback();
      prepare(statement);
    } catch (SQLException e) {
      if (failure == null) {
        throw e;
      }
      failure.addSuppressed(e);
      throw failure;
    }
  }

  /**
   * The server fails within itself where it does not find what it has just seen, a temporary thing
   * for one; only that is worth another attempt.
   */
  private void refuse(SQLException failure, int failures, Statement statement) throws SQLException {
    if (ReadFailure.isOfLock(failure)) {
      throw ReadFailure.ofLock(failure, lockTimeout, LockHolders.find(statement));
    }
    if (!DamagedThings.isDamage(failure) || failures > UNDAMAGED) {
      throw failure;
    }
  }

  private void refuseUnseen(CatalogSnapshot snapshot) {
    if (strict && !snapshot.unseen().isEmpty()) {
      throw new DbopsException(
          "The database has what dbops does not know: " + String.join("; ", snapshot.unseen()),
          "drop it, or read the database without the strict mode");
    }
  }

  /**
   * A database that was created a second ago has no statistics, and the planner, which takes every
   * catalog for small, would loop over them within one another and hash the larger side of a join.
   */
  private void prepare(Statement statement) throws SQLException {
    statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    statement.execute(
        """
        SELECT set_config(name, value, true)
          FROM (VALUES ('search_path', ''),
                       ('lock_timeout', '%d'),
                       ('statement_timeout', '%d'),
                       ('jit', 'off'),
                       ('enable_nestloop', 'off'),
                       ('work_mem', '64MB'),
                       ('quote_all_identifiers', 'off'),
                       ('standard_conforming_strings', 'on'),
                       ('DateStyle', 'ISO'),
                       ('IntervalStyle', 'postgres'),
                       ('TimeZone', 'UTC'),
                       ('bytea_output', 'hex'),
                       ('extra_float_digits', '1')) AS s (name, value)
        """
            .formatted(lockTimeout.toMillis(), statementTimeout.toMillis()));
    statement.setFetchSize(1000);
  }
}
