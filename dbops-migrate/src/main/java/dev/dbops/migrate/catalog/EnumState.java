package dev.dbops.migrate.catalog;

import java.util.List;
import java.util.Map;

/**
 * An enum type.
 *
 * @param labels in the order in which they were declared or added
 * @param addedIn of the labels that {@code ADD VALUE} added, the transaction that did
 * @param createdIn the unit that made the type
 */
public record EnumState(
    ObjectName name, List<String> labels, Map<String, Integer> addedIn, int createdIn) {
  public EnumState {
    labels = List.copyOf(labels);
    addedIn = Map.copyOf(addedIn);
  }
}
