package dev.dbops.migrate.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the session that runs the statements stands at.
 *
 * @param defaultPath the search path of a session that has set none
 * @param lastingPath the search path once the transaction is over
 * @param searchPath the schemas that unqualified names are looked for in; the first is where
 *     objects are created
 * @param unit of what is run at once: what it makes is new to it
 * @param transaction counts transactions, each statement outside of one included
 * @param inTransaction whether what comes next can still be rolled back with what went before
 */
record Session(
    List<String> defaultPath,
    List<String> lastingPath,
    List<String> searchPath,
    int unit,
    int transaction,
    boolean inTransaction) {

  /** A session in which no unit has begun. */
  static Session withDefaultSchema(String schema) {
    List<String> path = List.of(schema);
    return new Session(path, path, path, 1, 1, false);
  }

  /** At the beginning of a unit. */
  Session inUnit(int other, int otherTransaction, boolean transactional) {
    return new Session(
        defaultPath, defaultPath, defaultPath, other, otherTransaction, transactional);
  }

  /** At the beginning of another transaction, or of a statement that is one. */
  Session inTransaction(int other, boolean transactional) {
    return new Session(defaultPath, lastingPath, lastingPath, unit, other, transactional);
  }

  /**
   * After {@code SET search_path}.
   *
   * @param value empty: the default
   * @param local whether the end of the transaction undoes it
   */
  Session withSearchPath(Optional<String> value, boolean local) {
    List<String> path = value.map(Session::parse).orElse(defaultPath);
    return local && !inTransaction
        ? this
        : new Session(
            defaultPath, local ? lastingPath : path, path, unit, transaction, inTransaction);
  }

  /** The schemas of a search path, without {@code "$user"}, of whom nothing is known. */
  private static List<String> parse(String value) {
    List<String> schemas = new ArrayList<>();
    for (String part : value.split(",")) {
      String written = part.strip();
      boolean quoted = written.startsWith("\"") || written.startsWith("'");
      String schema = written.replaceAll("^[\"']|[\"']$", "");
      if (!schema.isEmpty() && !schema.equals("$user")) {
        schemas.add(quoted ? schema : schema.toLowerCase(Locale.ROOT));
      }
    }
    return schemas.isEmpty() ? List.of("public") : List.copyOf(schemas);
  }
}
