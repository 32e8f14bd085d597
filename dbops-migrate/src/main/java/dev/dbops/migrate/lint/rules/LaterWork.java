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
 * Work on data, which takes its time while locks of statements before it are still held: the first
 * such statement of a transaction.
 *
 * @param place its place among the statements of the transaction
 * @param name as a message tells of it
 * @param table where
 * @param held the locks that were taken for a moment; never empty
 */
record LaterWork(int place, String name, ObjectName table, List<LockEffect> held) {
  /** Empty if it is not this statement. */
  static Optional<LaterWork> of(RuleContext context) {
    return context
        .inTransaction(LaterWork.class, LaterWork::in)
        .filter(work -> work.place() == context.earlierInTransaction().size());
  }

  private static Optional<LaterWork> in(List<PlacedStatement> transaction) {
    List<LockEffect> held = new ArrayList<>();
    for (int place = 0; place < transaction.size(); place++) {
      PlacedStatement placed = transaction.get(place);
      Optional<LaterWork> work = held.isEmpty() ? Optional.empty() : of(place, placed, held);
      if (work.isPresent()) {
        return work;
      }
      if (!(placed.statement() instanceof LockTable)) {
        held.addAll(HeldLocks.of(placed));
      }
    }
    return Optional.empty();
  }

  private static Optional<LaterWork> of(int place, PlacedStatement placed, List<LockEffect> held) {
    return BulkChange.of(placed)
        .map(change -> new LaterWork(place, "this " + change.name(), change.table(), held))
        .or(
            () ->
                validation(placed)
                    .map(
                        effect -> new LaterWork(place, "the validation", effect.relation(), held)));
  }

  private static Optional<LockEffect> validation(PlacedStatement placed) {
    return placed.effects().stream()
        .filter(effect -> effect.isLong() && !effect.mode().blocksWrites())
        .findFirst();
  }
}
