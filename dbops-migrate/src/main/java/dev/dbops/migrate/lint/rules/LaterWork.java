package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.sql.LockTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Work on data, which takes its time while locks of statements before it are still held.
 *
 * @param name as a message tells of it
 * @param table where
 * @param held the locks that were taken for a moment; never empty
 */
record LaterWork(String name, ObjectName table, List<LockEffect> held) {
  /** Empty if the statement takes no time, or one before it is reported for the same locks. */
  static Optional<LaterWork> of(RuleContext context) {
    PlacedStatement placed = context.placed();
    List<LockEffect> held = takesTime(placed) ? held(context) : List.of();
    if (held.isEmpty()) {
      return Optional.empty();
    }
    return BulkChange.of(placed)
        .map(change -> new LaterWork("this " + change.name(), change.table(), held))
        .or(
            () ->
                validation(placed)
                    .map(effect -> new LaterWork("the validation", effect.relation(), held)));
  }

  private static boolean takesTime(PlacedStatement placed) {
    return BulkChange.of(placed).isPresent() || validation(placed).isPresent();
  }

  private static Optional<LockEffect> validation(PlacedStatement placed) {
    return placed.effects().stream()
        .filter(effect -> effect.isLong() && !effect.mode().blocksWrites())
        .findFirst();
  }

  private static List<LockEffect> held(RuleContext context) {
    List<LockEffect> held = new ArrayList<>();
    for (PlacedStatement earlier : context.earlierInTransaction()) {
      if (!held.isEmpty() && takesTime(earlier)) {
        return List.of();
      }
      if (!(earlier.statement() instanceof LockTable)) {
        held.addAll(HeldLocks.of(earlier));
      }
    }
    return held;
  }
}
