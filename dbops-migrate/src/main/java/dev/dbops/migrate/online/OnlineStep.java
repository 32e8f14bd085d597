package dev.dbops.migrate.online;

/**
 * One step of an online form: a statement, or several that belong together.
 *
 * @param sql without a final semicolon
 * @param execution how it has to be run
 * @param note why this step, as a short phrase; empty where the statement speaks for itself
 */
public record OnlineStep(String sql, Execution execution, String note) {
  /** How a step has to be run. */
  public enum Execution {
    /** In a transaction of its own: what it locks has to be let go of before the next step. */
    OWN_TRANSACTION,
    /** Outside any transaction block. */
    NO_TRANSACTION,
    /** To be done by hand or by the application; the SQL is a sketch. */
    BY_HAND
  }

  public static OnlineStep inTransaction(String sql, String note) {
    return new OnlineStep(sql, Execution.OWN_TRANSACTION, note);
  }

  public static OnlineStep outsideTransaction(String sql, String note) {
    return new OnlineStep(sql, Execution.NO_TRANSACTION, note);
  }

  public static OnlineStep byHand(String sql, String note) {
    return new OnlineStep(sql, Execution.BY_HAND, note);
  }
}
