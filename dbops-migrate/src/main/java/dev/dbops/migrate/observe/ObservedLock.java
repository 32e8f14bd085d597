package dev.dbops.migrate.observe;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lock.LockMode;
import java.util.Map;
import java.util.Optional;

/**
 * A lock that the migrating session held, or waited for.
 *
 * @param table the relation whose readers and writers come upon the lock: of an index, its table,
 *     since the planner locks all of a table's indexes; of anything else, itself; empty for an
 *     index that is about to be dropped and used by nobody any more
 */
public record ObservedLock(
    ObjectName relation, RelationKind kind, Optional<ObjectName> table, LockMode mode) {
  /**
   * The same lock under other names.
   *
   * @param names those that are exchanged, by the present ones
   */
  public ObservedLock renamed(Map<ObjectName, ObjectName> names) {
    return new ObservedLock(
        names.getOrDefault(relation, relation),
        kind,
        table.map(each -> names.getOrDefault(each, each)),
        mode);
  }

  @Override
  public String toString() {
    return mode.sql() + " on " + relation;
  }
}
