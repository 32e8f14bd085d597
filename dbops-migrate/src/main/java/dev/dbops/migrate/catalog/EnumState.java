package dev.dbops.migrate.catalog;

import java.util.ArrayList;
import java.util.HashMap;
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

  EnumState withName(ObjectName other) {
    return new EnumState(other, labels, addedIn, createdIn);
  }

  EnumState withLabel(String label, int transaction) {
    List<String> more = new ArrayList<>(labels);
    more.add(label);
    Map<String, Integer> added = new HashMap<>(addedIn);
    added.put(label, transaction);
    return new EnumState(name, more, added, createdIn);
  }

  EnumState withoutLabel(String label) {
    return new EnumState(
        name, labels.stream().filter(each -> !each.equals(label)).toList(), addedIn, createdIn);
  }
}
