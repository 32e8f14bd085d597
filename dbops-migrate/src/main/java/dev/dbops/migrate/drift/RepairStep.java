package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;

/**
 * One step of a repair.
 *
 * @param key what it makes, changes or drops
 * @param statements in order, without semicolons; none where no SQL does it
 * @param losesData whether rows or values are lost, or may be
 */
public record RepairStep(FactKey key, List<String> statements, boolean losesData) {
  public RepairStep {
    statements = List.copyOf(statements);
  }
}
