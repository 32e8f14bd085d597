package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.sql.Span;
import java.util.Set;

/**
 * What a statement, or one sub-command of it, does to one relation: the lock it takes and the work
 * it does under it.
 *
 * @param mode the strongest lock that it takes there
 * @param work empty if the lock is held for a moment only (as far as the statement itself goes: a
 *     transaction holds it to its end)
 * @param span the statement or sub-command
 */
public record LockEffect(ObjectName relation, LockMode mode, Set<Work> work, Span span) {
  public LockEffect {
    work = Set.copyOf(work);
  }

  /** Whether the time for which the lock is held grows with the table. */
  public boolean isLong() {
    return !work.isEmpty();
  }
}
