package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.TransactionControl;
import java.util.ArrayDeque;
import java.util.Deque;

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
  private record Savepoint(String name, SchemaState state) {}

  private SchemaState state;
  private SchemaState beginning;
  private final Deque<Savepoint> savepoints = new ArrayDeque<>();
  private boolean runnersTransaction;
  private int counter;
  private final int deploy;

  private SchemaReplay(SchemaState state) {
    this.state = state;
    this.beginning = state;
    this.counter = state.session.transaction();
    this.deploy = ++counter;
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
   * Begins a changeset or a file. Its search path is the default one, as runners set it.
   *
   * @param inTransaction whether the runner puts one transaction around it
   * @param partOfDeploy whether it runs together with the other units of which this is true, so
   *     that what they make is new to it; otherwise it was history by then
   */
  public void enterUnit(boolean inTransaction, boolean partOfDeploy) {
    runnersTransaction = inTransaction;
    int unit = partOfDeploy ? deploy : ++counter;
    if (unit != state.session.unit()) {
      dropTemporaryTables();
    }
    state = state.with(state.session.inUnit(unit, ++counter, inTransaction));
    rememberBeginning();
  }

  private void dropTemporaryTables() {
    SchemaEdit edit = new SchemaEdit(state);
    state.relations.dependentsOf(Relations.SESSION).forEach(edit::drop);
    state = edit.state();
  }

  /** Does what a statement does; what a {@code DO} block may do counts as done. */
  public void apply(Statement statement) {
    if (statement instanceof TransactionControl control) {
      control(control);
      return;
    }
    state = statement.accept(new StatementReplay(state));
    if (!state.inTransaction()) {
      begin(false);
    }
  }

  /** Ends the unit; its transaction, if it has one, is committed. */
  public void leaveUnit() {
    begin(false);
  }

  /** Ends a unit that runs at the beginning of every session: what it sets holds from now on. */
  public void leaveUnitOfEverySession() {
    leaveUnit();
    state = state.with(state.session.repeated());
    rememberBeginning();
  }

  private void control(TransactionControl control) {
    String savepoint = control.savepoint().map(Name::value).orElse("");
    switch (control.kind()) {
      case BEGIN -> {
        if (!state.inTransaction()) {
          begin(true);
        }
      }
      case COMMIT, PREPARE -> end();
      case ROLLBACK -> {
        if (state.inTransaction()) {
          state = beginning;
          end();
        }
      }
      case SAVEPOINT -> savepoints.push(new Savepoint(savepoint, state));
      case RELEASE -> {
        if (isSet(savepoint)) {
          unwindTo(savepoint);
          savepoints.pop();
        }
      }
      case ROLLBACK_TO -> {
        if (isSet(savepoint)) {
          unwindTo(savepoint);
          state = savepoints.element().state();
        }
      }
      case OTHER -> {}
    }
  }

  private boolean isSet(String savepoint) {
    return savepoints.stream().anyMatch(each -> each.name().equals(savepoint));
  }

  private void unwindTo(String savepoint) {
    while (!savepoints.element().name().equals(savepoint)) {
      savepoints.pop();
    }
  }

  /** Ends a transaction; a runner that has one around the unit opens the next with it. */
  private void end() {
    if (state.inTransaction()) {
      begin(runnersTransaction);
    }
  }

  private void begin(boolean transactional) {
    state = state.with(state.session.inTransaction(++counter, transactional));
    rememberBeginning();
  }

  private void rememberBeginning() {
    beginning = state;
    savepoints.clear();
  }
}
