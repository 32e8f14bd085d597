package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.sql.Drop;
import java.util.List;

/** The locks that are taken for a moment and stop others until the transaction ends. */
final class HeldLocks {
  private HeldLocks() {}

  /**
   * Of a statement that itself takes long none, since other rules tell of it; none on tables that
   * are gone by then, for which nobody has reason to wait.
   */
  static List<LockEffect> of(PlacedStatement placed) {
    if (placed.effects().stream().anyMatch(LockEffect::isLong)) {
      return List.of();
    }
    List<ObjectName> dropped =
        placed.statement() instanceof Drop drop
            ? drop.names().stream().map(placed.before()::resolve).toList()
            : List.of();
    return placed.effects().stream()
        .filter(effect -> effect.mode().blocksWrites() && !dropped.contains(effect.relation()))
        .toList();
  }
}
