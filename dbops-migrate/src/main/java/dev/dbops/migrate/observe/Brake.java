package dev.dbops.migrate.observe;

import java.sql.SQLException;

/** A session whose locks make the migrating one wait, so that it can be looked at meanwhile. */
interface Brake extends AutoCloseable {
  /** The backend that the migrating one waits for. */
  int pid();

  /**
   * Another of its kind, to be put on while the migrating session still waits for this one: it
   * stops that session the next time.
   */
  Brake next() throws SQLException;

  /** Lets the migrating session go on. */
  @Override
  void close() throws SQLException;
}
