package dev.dbops.migrate.observe;

import dev.dbops.migrate.catalog.ObjectName;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The locks of a statement at one moment. A statement inside a transaction block has one phase, its
 * end; one that commits on its way has several.
 *
 * @param held the locks that are granted
 * @param awaited the locks that it waits for; whoever wants a conflicting one queues behind it
 * @param awaitsTransactions whether it waits for the end of other transactions
 */
public record Phase(Set<ObservedLock> held, Set<ObservedLock> awaited, boolean awaitsTransactions) {
  public Phase {
    held = Set.copyOf(held);
    awaited = Set.copyOf(awaited);
  }

  Phase renamed(Map<ObjectName, ObjectName> names) {
    return new Phase(renamed(held, names), renamed(awaited, names), awaitsTransactions);
  }

  private static Set<ObservedLock> renamed(
      Set<ObservedLock> locks, Map<ObjectName, ObjectName> names) {
    return locks.stream().map(lock -> lock.renamed(names)).collect(Collectors.toSet());
  }
}
