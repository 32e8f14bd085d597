package dev.dbops.migrate.lock;

import java.util.EnumSet;
import java.util.Set;

/**
 * A table lock mode of PostgreSQL, in the server's own order, from the weakest to the strongest.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">Explicit locking</a>
 */
public enum LockMode {
  /** Taken by reading: SELECT. */
  ACCESS_SHARE("AccessShareLock"),
  /** Taken by SELECT … FOR UPDATE and its siblings. */
  ROW_SHARE("RowShareLock"),
  /** Taken by writing: INSERT, UPDATE, DELETE, MERGE. */
  ROW_EXCLUSIVE("RowExclusiveLock"),
  /** Taken by VACUUM, ANALYZE, VALIDATE CONSTRAINT and most CONCURRENTLY forms. */
  SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock"),
  /** Taken by CREATE INDEX. */
  SHARE("ShareLock"),
  /** Taken by CREATE TRIGGER and ADD FOREIGN KEY. */
  SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock"),
  /** Taken by REFRESH MATERIALIZED VIEW CONCURRENTLY. */
  EXCLUSIVE("ExclusiveLock"),
  /** Taken by DROP TABLE, TRUNCATE, VACUUM FULL and most forms of ALTER TABLE. */
  ACCESS_EXCLUSIVE("AccessExclusiveLock");

  private final String pgLocksName;

  LockMode(String pgLocksName) {
    this.pgLocksName = pgLocksName;
  }

  /**
   * The mode that the column {@code mode} of {@code pg_locks} names, such as {@code
   * AccessExclusiveLock}.
   *
   * @throws IllegalArgumentException if it is not one of the eight table lock modes
   */
  public static LockMode fromPgLocks(String name) {
    for (LockMode mode : values()) {
      if (mode.pgLocksName.equals(name)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("Not a table lock mode of pg_locks: " + name);
  }

  /** Whether two sessions cannot hold this mode and the other on one table at the same time. */
  public boolean conflictsWith(LockMode other) {
    return conflicts().contains(other);
  }

  /** The modes that another session waits for while this one is held. */
  public Set<LockMode> conflicts() {
    return switch (this) {
      case ACCESS_SHARE -> EnumSet.of(ACCESS_EXCLUSIVE);
      case ROW_SHARE -> EnumSet.of(EXCLUSIVE, ACCESS_EXCLUSIVE);
      case ROW_EXCLUSIVE -> EnumSet.range(SHARE, ACCESS_EXCLUSIVE);
      case SHARE_UPDATE_EXCLUSIVE -> EnumSet.range(SHARE_UPDATE_EXCLUSIVE, ACCESS_EXCLUSIVE);
      case SHARE -> {
        Set<LockMode> conflicts = EnumSet.range(ROW_EXCLUSIVE, ACCESS_EXCLUSIVE);
        conflicts.remove(SHARE);
        yield conflicts;
      }
      case SHARE_ROW_EXCLUSIVE -> EnumSet.range(ROW_EXCLUSIVE, ACCESS_EXCLUSIVE);
      case EXCLUSIVE -> EnumSet.range(ROW_SHARE, ACCESS_EXCLUSIVE);
      case ACCESS_EXCLUSIVE -> EnumSet.allOf(LockMode.class);
    };
  }

  /** Whether a SELECT waits while this mode is held. */
  public boolean blocksReads() {
    return conflictsWith(ACCESS_SHARE);
  }

  /** Whether an INSERT, UPDATE or DELETE waits while this mode is held. */
  public boolean blocksWrites() {
    return conflictsWith(ROW_EXCLUSIVE);
  }

  /**
   * Whether whoever waits for the other mode waits for this one as well. The order is not total:
   * SHARE UPDATE EXCLUSIVE lets writers through, SHARE lets another SHARE through.
   */
  public boolean isAtLeast(LockMode other) {
    return conflicts().containsAll(other.conflicts());
  }

  /** The mode as LOCK TABLE spells it, such as {@code ACCESS EXCLUSIVE}. */
  public String sql() {
    return name().replace('_', ' ');
  }

  /** The mode as {@code pg_locks} spells it, such as {@code AccessExclusiveLock}. */
  public String pgLocksName() {
    return pgLocksName;
  }
}
