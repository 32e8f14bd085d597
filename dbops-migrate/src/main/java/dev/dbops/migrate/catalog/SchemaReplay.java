package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.TransactionControl;

/**
 * Replays statements in their order, so that the {@linkplain #state() state} before each of them is
 * known. Never fails: what could not have run on a server, such as the drop of an unknown table,
 * changes nothing. Not thread-safe.
 *
 * <pre>{@code
 * replay.enterUnit(true, pending);      // a changeset, a file
 * for (Statement statement : statements) {
 *   judge(statement, replay.state());   // what was there before it
 *   replay.apply(statement);
 * }
 * replay.leaveUnit();
 * }</pre>
 */
public final class SchemaReplay {
  private SchemaState state;

  private SchemaReplay(SchemaState state) {
    this.state = state;
  }

  /** A replay that begins with nothing, or with what was known before. */
  public static SchemaReplay from(SchemaState state) {
    return new SchemaReplay(state);
  }

  /** What is known now. */
  public SchemaState state() {
    return state;
  }

  /**
   * Begins a changeset or a file.
   *
   * @param inTransaction whether the runner puts one transaction around it
   * @param partOfDeploy whether it runs together with the other units of which this is true, so
   *     that what they make is new to it; otherwise it was history by then
   */
  public void enterUnit(boolean inTransaction, boolean partOfDeploy) {}

  /** Does what a statement does; what a {@code DO} block may do counts as done. */
  public void apply(Statement statement) {
    if (statement instanceof TransactionControl) {
      return;
    }
  }

  /** Ends the unit; its transaction, if it has one, is committed. */
  public void leaveUnit() {}
}
