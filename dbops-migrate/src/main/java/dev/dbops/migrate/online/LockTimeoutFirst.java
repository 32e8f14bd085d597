package dev.dbops.migrate.online;

/**
 * A statement that gives up when it does not get its lock soon, so that nobody queues up behind it
 * for long.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT">lock_timeout</a>
 */
public final class LockTimeoutFirst {
  /** Longer than {@code deadlock_timeout}, after which the server stops an autovacuum for it. */
  private static final String TIMEOUT = "lock_timeout = '2s'";

  private LockTimeoutFirst() {}

  /** Within a transaction, whose end undoes the setting. */
  public static OnlineForm inTransaction(String statement) {
    return OnlineForm.safe(
        OnlineStep.inTransaction(
            "SET LOCAL " + TIMEOUT + ";\n" + statement,
            "fails when it does not get its lock in time; then the whole transaction is run again"));
  }

  /** For the rest of the session. */
  public static OnlineForm outsideTransaction(String statement) {
    return OnlineForm.safe(
        OnlineStep.outsideTransaction("SET " + TIMEOUT, "for the rest of the session"),
        OnlineStep.outsideTransaction(
            statement, "fails when it does not get its lock in time; then it is run again"));
  }
}
