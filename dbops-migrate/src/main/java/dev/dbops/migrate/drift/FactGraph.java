package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.kind.FactKind;
import dev.dbops.migrate.catalog.kind.FactKinds;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is a part of what, and what cannot be without what. */
final class FactGraph {
  private static final Map<String, Integer> RANK = rank();

  private static final Comparator<FactKey> ORDER =
      Comparator.<FactKey>comparingInt(key -> RANK.get(key.kind()))
          .thenComparing(Comparator.naturalOrder());

  private final Map<FactKey, Set<FactKey>> parts = new HashMap<>();
  private final Map<FactKey, Set<FactKey>> dependents = new HashMap<>();
  private final Map<FactKey, Set<FactKey>> needs = new HashMap<>();

  private FactGraph() {}

  static FactGraph of(CatalogSnapshot snapshot) {
    FactGraph graph = new FactGraph();
    for (FactKey key : snapshot.facts().keySet()) {
      FactKinds.named(key.kind())
          .parent(key, snapshot)
          .ifPresent(
              parent -> {
                add(graph.parts, parent, key);
                add(graph.needs, key, parent);
              });
      FactKinds.named(key.kind())
          .origin(key, snapshot)
          .ifPresent(origin -> graph.inherited(key, origin));
    }
    snapshot
        .dependencies()
        .forEach(
            (key, on) ->
                on.forEach(
                    each -> {
                      if (snapshot.facts().containsKey(key)) {
                        add(graph.dependents, each, key);
                      }
                      add(graph.needs, key, each);
                    }));
    snapshot.facts().values().forEach(fact -> graph.madeAtOnce(fact, snapshot));
    return graph;
  }

  private static Map<String, Integer> rank() {
    Map<String, Integer> rank = new HashMap<>();
    for (FactKind kind : FactKinds.all()) {
      rank.put(kind.name(), rank.size());
    }
    return Collections.unmodifiableMap(rank);
  }

  /** What is made on a table takes in its like on the partitions, if that is there already. */
  private void inherited(FactKey key, FactKey origin) {
    if (FactKinds.named(key.kind()).mergesIntoOrigin()) {
      add(needs, origin, key);
    } else {
      add(needs, key, origin);
    }
  }

  /** What comes into being with a thing needs what is then there already. */
  private void madeAtOnce(Fact fact, CatalogSnapshot in) {
    Set<FactKey> together = FactKinds.named(fact.key().kind()).createdWith(fact, in);
    for (FactKey part : together) {
      for (FactKey needed : in.needs(part)) {
        if (!together.contains(needed)) {
          add(needs, fact.key(), needed);
        }
      }
    }
  }

  private static void add(Map<FactKey, Set<FactKey>> edges, FactKey from, FactKey to) {
    edges.computeIfAbsent(from, key -> new LinkedHashSet<>()).add(to);
  }

  /** What goes away with it. */
  Set<FactKey> parts(FactKey key) {
    return parts.getOrDefault(key, Set.of());
  }

  /** What has to go before it can, its parts apart. */
  Set<FactKey> dependents(FactKey key) {
    return dependents.getOrDefault(key, Set.of());
  }

  /** These, each after those of them that it needs; in a circle, by kind and name. */
  List<FactKey> dependenciesFirst(Collection<FactKey> keys) {
    List<FactKey> order = new ArrayList<>();
    Set<FactKey> visited = new HashSet<>();
    Set<FactKey> wanted = new HashSet<>(keys);
    keys.stream().sorted(ORDER).forEach(key -> visit(key, wanted, visited, order));
    return order;
  }

  /** These, each before those of them that it needs. */
  List<FactKey> dependentsFirst(Collection<FactKey> keys) {
    List<FactKey> order = dependenciesFirst(keys);
    Collections.reverse(order);
    return order;
  }

  /** Of two that need each other, the one whose kind comes first makes both. */
  private boolean comesBefore(FactKey key, FactKey needed) {
    return ORDER.compare(key, needed) < 0 && needs.getOrDefault(needed, Set.of()).contains(key);
  }

  /** Also walks over what is not wanted, since it may stand between two that are. */
  private void visit(FactKey key, Set<FactKey> wanted, Set<FactKey> visited, List<FactKey> order) {
    if (!visited.add(key)) {
      return;
    }
    needs.getOrDefault(key, Set.of()).stream()
        .filter(each -> !comesBefore(key, each))
        .sorted(ORDER)
        .forEach(each -> visit(each, wanted, visited, order));
    if (wanted.contains(key)) {
      order.add(key);
    }
  }
}
