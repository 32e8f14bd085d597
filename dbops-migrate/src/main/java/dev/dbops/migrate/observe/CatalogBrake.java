package dev.dbops.migrate.observe;

import java.sql.SQLException;

/**
 * Nearly every change of a relation ends with a change of its row in {@code pg_class}, with its
 * locks still held. A SHARE lock on that catalog stops each of these; the next in the queue gets it
 * as soon as the migrating session has made its change.
 */
final class CatalogBrake implements Brake {
  private final Sessions sessions;
  private final Session session;
  private final Pending<Void> lock;

  private CatalogBrake(Sessions sessions, Session session, Pending<Void> lock) {
    this.sessions = sessions;
    this.session = session;
    this.lock = lock;
  }

  static CatalogBrake on(Sessions sessions) throws SQLException {
    Session session = sessions.another();
    Pending<Void> lock =
        session.start("LOCK TABLE pg_catalog.pg_class IN SHARE MODE", sessions.threads());
    sessions
        .deadline()
        .await(
            "a place in the queue for pg_class",
            () -> sessions.observer().isAtCatalog(session.pid()));
    return new CatalogBrake(sessions, session, lock);
  }

  @Override
  public int pid() {
    return session.pid();
  }

  @Override
  public CatalogBrake next() throws SQLException {
    return on(sessions);
  }

  @Override
  public void close() throws SQLException {
    lock.abandon(sessions.observer());
    session.close();
  }
}
