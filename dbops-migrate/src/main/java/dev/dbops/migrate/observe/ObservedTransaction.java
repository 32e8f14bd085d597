package dev.dbops.migrate.observe;

import dev.dbops.migrate.catalog.ObjectName;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A transaction of the migrating session. While it is open, its locks can be seen and other
 * sessions tried against them. Closing it without {@link #commit} rolls it back. Not thread-safe.
 *
 * <p>Its methods throw {@link dev.dbops.migrate.error.DbopsException} when the connection fails,
 * not when the server refuses a statement.
 */
public final class ObservedTransaction implements AutoCloseable {
  private final Sessions sessions;
  private boolean open = true;

  ObservedTransaction(Sessions sessions) throws SQLException {
    this.sessions = sessions;
    sessions.migrating().begin();
  }

  /**
   * Runs a statement and tells what it did. Locks that the transaction held already are not
   * repeated. After a refusal the server accepts nothing more in this transaction.
   */
  public Observation observe(String sql) {
    return Failure.wrap(() -> new ObservedStatement(sessions, sql).inTransaction());
  }

  /**
   * Runs a statement without observing it, such as SAVEPOINT.
   *
   * @return the server's answer if it refused
   */
  public Optional<Refusal> run(String sql) {
    return Failure.wrap(() -> sessions.migrating().run(sql).refusal());
  }

  /** All locks that it holds now. */
  public Set<ObservedLock> locks() {
    return Failure.wrap(() -> sessions.phase().held());
  }

  /**
   * The relations that it has renamed so far: its own name for each, by the name that others know.
   * Not after a refusal.
   */
  public Map<ObjectName, ObjectName> names() {
    return Failure.wrap(
        () -> {
          Relations own = sessions.migrating().relations();
          return sessions.observer().relations().stream()
              .filter(other -> !own.name(other.oid()).orElse(other.name()).equals(other.name()))
              .collect(
                  Collectors.toMap(Relation::name, other -> own.name(other.oid()).orElseThrow()));
        });
  }

  /**
   * Whether another session that runs this has to wait for the transaction. What the other session
   * does is rolled back.
   */
  public boolean stops(String sql) {
    return Failure.wrap(
        () -> {
          try (Session other = sessions.another()) {
            return stops(other, sql);
          }
        });
  }

  private boolean stops(Session other, String sql) throws SQLException {
    Observer observer = sessions.observer();
    int migrating = sessions.migrating().pid();
    Pending<Void> statement = other.start(sql, sessions.threads());
    try {
      sessions
          .deadline()
          .await(
              "another session's statement to end or to wait",
              () -> statement.isDone() || observer.blockersOf(other.pid()).contains(migrating));
      if (!statement.isDone()) {
        return true;
      }
      statement.result();
      return false;
    } finally {
      statement.abandon(observer);
    }
  }

  /** Whether another session that reads the relation has to wait for the transaction. */
  public boolean stopsReading(ObjectName relation) {
    return stops("SELECT FROM " + relation.sql() + " LIMIT 0");
  }

  /** Whether another session that writes to the table has to wait for the transaction. */
  public boolean stopsWriting(ObjectName table) {
    return stops("DELETE FROM " + table.sql() + " WHERE false");
  }

  /** Commits it; if the server refuses that, what it answers: then all is rolled back. */
  public Optional<Refusal> commit() {
    open = false;
    return Failure.wrap(() -> sessions.migrating().commit());
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      try {
        sessions.migrating().rollback();
      } catch (SQLException e) {
        throw Failure.of(e);
      }
    }
  }
}
