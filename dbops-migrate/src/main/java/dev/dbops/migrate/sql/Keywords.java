package dev.dbops.migrate.sql;

import java.util.Set;

/** The words of PostgreSQL that cannot be names everywhere unless they are quoted. */
final class Keywords {
  private static final Set<String> QUOTED = Set.of();

  private Keywords() {}

  static boolean needQuotes(String word) {
    return QUOTED.contains(word);
  }
}
