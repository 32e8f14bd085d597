package dev.dbops.migrate.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What the session that runs the statements stands at.
 *
 * @param initial the settings of a session that has set none
 * @param lasting the settings once the transaction is over
 * @param current the settings that hold now
 * @param unit of what is run at once: what it makes is new to it
 * @param transaction counts transactions, each statement outside of one included
 * @param inTransaction whether what comes next can still be rolled back with what went before
 */
record Session(
    Settings initial,
    Settings lasting,
    Settings current,
    int unit,
    int transaction,
    boolean inTransaction) {

  /**
   * Settings of which the effect of statements depends.
   *
   * @param searchPath the schemas that unqualified names are looked for in; the first is where
   *     objects are created
   * @param timeZone as it is written; empty where none is set, so that the server's own holds
   * @param lockTimeout whether the time is bounded for which a statement waits for a lock
   */
  record Settings(List<String> searchPath, Optional<String> timeZone, boolean lockTimeout) {
    Settings withSearchPath(List<String> other) {
      return new Settings(other, timeZone, lockTimeout);
    }

    Settings withTimeZone(Optional<String> other) {
      return new Settings(searchPath, other, lockTimeout);
    }

    Settings withLockTimeout(boolean other) {
      return new Settings(searchPath, timeZone, other);
    }
  }

  /** A session in which no unit has begun. */
  static Session withDefaultSchema(String schema) {
    Settings settings = new Settings(List.of(schema), Optional.empty(), false);
    return new Session(settings, settings, settings, 1, 1, false);
  }

  List<String> searchPath() {
    return current.searchPath();
  }

  /**
   * At the beginning of a unit. Runners set the search path anew; what else was set holds on while
   * the session is the same.
   */
  Session inUnit(int other, int otherTransaction, boolean transactional) {
    Settings kept = other == unit ? afterUnit() : initial;
    return new Session(initial, kept, kept, other, otherTransaction, transactional);
  }

  private Settings afterUnit() {
    return lasting.withSearchPath(initial.searchPath());
  }

  /** At the beginning of another transaction, or of a statement that is one. */
  Session inTransaction(int other, boolean transactional) {
    return new Session(initial, lasting, lasting, unit, other, transactional);
  }

  /**
   * After {@code SET search_path}.
   *
   * @param value empty: the default
   * @param local whether the end of the transaction undoes it
   */
  Session withSearchPath(Optional<String> value, boolean local) {
    List<String> path = value.map(Session::parse).orElse(initial.searchPath());
    return with(settings -> settings.withSearchPath(path), local);
  }

  /**
   * After {@code SET TimeZone}.
   *
   * @param value empty: the default
   * @param local whether the end of the transaction undoes it
   */
  Session withTimeZone(Optional<String> value, boolean local) {
    return with(settings -> settings.withTimeZone(value), local);
  }

  /**
   * After {@code SET lock_timeout}.
   *
   * @param value empty: the default
   * @param local whether the end of the transaction undoes it
   */
  Session withLockTimeout(Optional<String> value, boolean local) {
    boolean bounded = value.filter(Session::isBound).isPresent();
    return with(settings -> settings.withLockTimeout(bounded), local);
  }

  /** Zero, in any unit, means for ever; what is no number is somebody's expression for one. */
  private static boolean isBound(String timeout) {
    int[] digits = timeout.chars().filter(Character::isDigit).toArray();
    return digits.length == 0 || IntStream.of(digits).anyMatch(digit -> digit != '0');
  }

  /** After {@code RESET ALL}. */
  Session reset() {
    return with(settings -> initial, false);
  }

  /** Where every session begins with what this one has set. */
  Session repeated() {
    Settings all = afterUnit();
    return new Session(all, all, all, unit, transaction, inTransaction);
  }

  private Session with(UnaryOperator<Settings> change, boolean local) {
    return local && !inTransaction
        ? this
        : new Session(
            initial,
            local ? lasting : change.apply(lasting),
            change.apply(current),
            unit,
            transaction,
            inTransaction);
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
