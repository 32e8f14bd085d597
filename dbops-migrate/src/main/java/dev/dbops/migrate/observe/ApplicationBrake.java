package dev.dbops.migrate.observe;

import java.sql.SQLException;
import java.util.List;

/**
 * A transaction as an application has them: it has written to every table and keeps its snapshot. A
 * statement that wants a stronger lock waits for it, and so does each phase of a CONCURRENTLY form.
 */
final class ApplicationBrake implements Brake {
  private final Sessions sessions;
  private final List<Relation> tables;
  private final Session session;

  private ApplicationBrake(Sessions sessions, List<Relation> tables, Session session) {
    this.sessions = sessions;
    this.tables = tables;
    this.session = session;
  }

  static ApplicationBrake on(Sessions sessions, List<Relation> tables) throws SQLException {
    Session session = sessions.another();
    session.keepSnapshot();
    session.run("SELECT 1");
    for (Relation table : tables) {
      // It must not wait for the migrating session, which waits for its like.
      session.tries("LOCK TABLE ONLY " + table.name().sql() + " IN ROW EXCLUSIVE MODE NOWAIT");
    }
    return new ApplicationBrake(sessions, tables, session);
  }

  @Override
  public int pid() {
    return session.pid();
  }

  @Override
  public ApplicationBrake next() throws SQLException {
    return on(sessions, tables);
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
