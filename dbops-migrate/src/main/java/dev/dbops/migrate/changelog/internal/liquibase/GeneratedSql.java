package dev.dbops.migrate.changelog.internal.liquibase;

import java.util.List;
import java.util.Optional;

/**
 * What a change sends to the server.
 *
 * @param statements in their order
 * @param unknown why nothing is known of it; empty if all is known
 */
record GeneratedSql(List<String> statements, Optional<String> unknown) {
  static GeneratedSql of(List<String> statements) {
    return new GeneratedSql(List.copyOf(statements), Optional.empty());
  }

  static GeneratedSql unknown(String reason) {
    return new GeneratedSql(List.of(), Optional.of(reason));
  }
}
