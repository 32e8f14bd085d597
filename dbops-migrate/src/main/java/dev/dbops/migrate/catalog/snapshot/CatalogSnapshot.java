package dev.dbops.migrate.catalog.snapshot;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The catalogs of a database at one moment, without what belongs to the server or to extensions.
 *
 * @param majorVersion of the server it was read from, such as 18
 * @param facts by what they are about
 * @param dependencies what a thing cannot be without, beside the thing that it is a part of
 * @param unseen what is there but could not be read or is of a kind that dbops does not know, a
 *     sentence each; nothing of it is among the facts
 */
public record CatalogSnapshot(
    int majorVersion,
    SortedMap<FactKey, Fact> facts,
    Map<FactKey, Set<FactKey>> dependencies,
    List<String> unseen) {
  public CatalogSnapshot {
    facts = Collections.unmodifiableSortedMap(facts);
    dependencies = Collections.unmodifiableMap(dependencies);
    unseen = List.copyOf(unseen);
  }

  public static CatalogSnapshot of(int majorVersion, Collection<Fact> facts) {
    SortedMap<FactKey, Fact> byKey = new TreeMap<>();
    facts.forEach(fact -> byKey.put(fact.key(), fact));
    return new CatalogSnapshot(majorVersion, byKey, Map.of(), List.of());
  }

  public Optional<Fact> fact(FactKey key) {
    return Optional.ofNullable(facts.get(key));
  }

  /** What it cannot be without, beside the thing that it is a part of. */
  public Set<FactKey> needs(FactKey key) {
    return dependencies.getOrDefault(key, Set.of());
  }

  /** What cannot be without it, its parts apart, by kind and name. */
  public List<FactKey> dependents(FactKey key) {
    return dependencies.entrySet().stream()
        .filter(needs -> needs.getValue().contains(key))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The facts of a kind, by name. */
  public Collection<Fact> ofKind(String kind) {
    return facts.subMap(new FactKey(kind, List.of()), new FactKey(kind + '\0', List.of())).values();
  }

  /** The facts of a kind whose names begin with these parts, by name. */
  public Collection<Fact> in(String kind, List<String> container) {
    FactKey first = new FactKey(kind, container);
    return facts.tailMap(first).values().stream()
        .takeWhile(
            fact ->
                fact.key().kind().equals(kind)
                    && fact.key().name().size() >= container.size()
                    && fact.key().name().subList(0, container.size()).equals(container))
        .toList();
  }

  /** A number of all facts: equal for equal schemas. */
  public String hash() {
    return ContentHash.of(facts.values());
  }
}
