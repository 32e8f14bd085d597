package dev.dbops.migrate.observe;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Runs statements in a migrating session and observes from a second session what they really do:
 * the locks they take, the tables they rewrite and scan, the sessions they make wait. It changes
 * the database and freezes statements half way: for scratch databases only. Not thread-safe.
 *
 * <p>The role needs what its statements need, and nothing to look at locks. A superuser sees more
 * of what runs outside a transaction block: statements are then stopped at each change of {@code
 * pg_class}, others only where an application's transaction would stop them. Set no {@code
 * lock_timeout} for these.
 *
 * <p>Its methods throw {@link dev.dbops.migrate.error.DbopsException} when the connection fails or
 * nothing moves for a minute (see {@link #on(DataSource, Duration)}), not when the server refuses a
 * statement.
 *
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-locks.html">pg_locks</a>
 */
public final class LockRecorder implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String ACTIVE_SQL_TRANSACTION = "25001";

  private final Sessions sessions;

  private LockRecorder(Sessions sessions) {
    this.sessions = sessions;
  }

  /** Opens its sessions on a database, which nobody else should use meanwhile. */
  public static LockRecorder on(DataSource dataSource) {
    return on(dataSource, PATIENCE);
  }

  /**
   * The same for statements that take long.
   *
   * @param patience how long a statement may run outside a transaction block between two phases
   */
  public static LockRecorder on(DataSource dataSource, Duration patience) {
    return Failure.wrap(() -> new LockRecorder(Sessions.open(dataSource, patience)));
  }

  /**
   * Runs a statement in the migrating session without observing it, such as SET, outside a
   * transaction block.
   *
   * @return the server's answer if it refused
   */
  public Optional<Refusal> run(String sql) {
    return Failure.wrap(() -> sessions.migrating().run(sql).refusal());
  }

  /**
   * Runs a statement in a transaction of its own and commits it. What the server refuses inside a
   * transaction block runs outside.
   */
  public Observation observe(String sql) {
    return observe(sql, true);
  }

  /** As {@link #observe}, but rolls back what ran in a transaction. */
  public Observation rehearse(String sql) {
    return observe(sql, false);
  }

  private Observation observe(String sql, boolean commit) {
    Observation observation = observeInTransaction(sql, commit);
    boolean needsNone = observation.refusal().filter(LockRecorder::isForTheBlock).isPresent();
    return needsNone ? observeInNone(sql) : observation;
  }

  private static boolean isForTheBlock(Refusal refusal) {
    return refusal.sqlState().equals(ACTIVE_SQL_TRANSACTION);
  }

  private Observation observeInTransaction(String sql, boolean commit) {
    try (ObservedTransaction transaction = begin()) {
      Observation observation = transaction.observe(sql);
      if (commit && observation.refusal().isEmpty()) {
        return transaction.commit().map(observation::refused).orElse(observation);
      }
      return observation;
    }
  }

  /** Runs a statement outside a transaction block, with each of its phases looked at. */
  public Observation observeInNone(String sql) {
    return Failure.wrap(() -> new ObservedStatement(sessions, sql).inNone());
  }

  /** Opens a transaction of several statements. One at a time. */
  public ObservedTransaction begin() {
    return Failure.wrap(() -> new ObservedTransaction(sessions));
  }

  @Override
  public void close() {
    try {
      sessions.close();
    } catch (SQLException e) {
      throw Failure.of(e);
    }
  }
}
