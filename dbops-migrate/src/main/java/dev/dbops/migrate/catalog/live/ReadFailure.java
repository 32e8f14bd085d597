package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.error.DbopsException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Says why the catalogs could not be read, and what to do about it. */
final class ReadFailure {
  private static final String LOCKED = "55P03";
  private static final String CANCELLED = "57014";
  private static final String NO_RIGHT = "42501";

  /** The classes of connections and of operators who intervene. */
  private static final Set<String> OF_CONNECTIONS = Set.of("08", "57");

  private ReadFailure() {}

  static boolean isOfLock(SQLException failure) {
    return LOCKED.equals(failure.getSQLState());
  }

  /** A lock was not to be had in time. */
  static DbopsException ofLock(SQLException failure, Duration limit, List<String> holders) {
    return new DbopsException(
        "The catalogs could not be read, since a lock was not to be had within %s ms: %s"
            .formatted(
                limit.toMillis(),
                holders.isEmpty()
                    ? "by now nobody holds one that keeps readers out"
                    : String.join("; ", holders)),
        holders.isEmpty()
            ? "try again"
            : "try again when that transaction has ended, or end it with"
                + " SELECT pg_terminate_backend(<process>)",
        failure);
  }

  static DbopsException of(SQLException failure, Duration limit) {
    String state = String.valueOf(failure.getSQLState());
    String what = "The catalogs could not be read: " + failure.getMessage();
    if (state.equals(CANCELLED)) {
      return new DbopsException(
          what,
          "allow more than %d ms, or find out what slows the server down"
              .formatted(limit.toMillis()),
          failure);
    }
    if (state.equals(NO_RIGHT)) {
      return new DbopsException(
          what + ", which every role has unless somebody has revoked it",
          "grant it to the role again, or read as a role that has it",
          failure);
    }
    if (DamagedThings.isDamage(failure)) {
      return new DbopsException(
          what + ", so the catalogs are damaged", "repair them or restore a backup", failure);
    }
    if (OF_CONNECTIONS.contains(state.substring(0, 2))) {
      return new DbopsException(
          what + ", so the connection was lost and nothing of the database is known",
          "read it again when the server can be reached",
          failure);
    }
    return new DbopsException(
        what, "check that the server runs and that the role may connect", failure);
  }
}
