package dev.dbops.migrate.scratch;

import dev.dbops.migrate.error.DbopsException;

/**
 * What keeps a provider from providing a server.
 *
 * @param what is missing, as the part of a sentence
 * @param next what would change that, as a sentence without a final stop
 */
public record Obstacle(String what, String next) {
  DbopsException of(String provider) {
    return new DbopsException("No " + provider + ": " + what, next);
  }

  @Override
  public String toString() {
    return what + " (" + next + ")";
  }
}
