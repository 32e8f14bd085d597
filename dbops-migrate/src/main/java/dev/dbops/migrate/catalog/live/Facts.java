package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one reading has found so far. Not thread-safe. */
final class Facts {
  /** How many rows of a catalog are known, and the sum of their oids. */
  record Tally(long rows, long oids) {
    static final Tally NONE = new Tally(0, 0);

    private Tally plus(Tally other) {
      return new Tally(rows + other.rows, oids + other.oids);
    }
  }

  private static final long FIRST_OF_USERS = 16384;

  private final Set<Address> ofExtensions;
  private final Map<Address, FactKey> keys = new HashMap<>();
  private final Map<Address, FactKey> owners = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<SortedMap<String, String>, SortedMap<String, String>> attributes =
      new HashMap<>();
  private final SortedMap<FactKey, Fact> facts = new TreeMap<>();
  private final Map<FactKey, SortedMap<Integer, String>> members = new HashMap<>();
  private final Map<FactKey, Set<FactKey>> dependencies = new HashMap<>();

  /**
   * @param ofExtensions where the members of extensions are: they and their parts are passed over
   */
  Facts(Set<Address> ofExtensions) {
    this.ofExtensions = ofExtensions;
  }

  /** Remembers where a thing is, unless it belongs to an extension. */
  boolean know(Address address, FactKey key) {
    if (ofExtensions.contains(address.whole())) {
      return false;
    }
    keys.put(address, key);
    return true;
  }

  /** The same text, one object for all that are equal: names and types repeat by the thousand. */
  String shared(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }

  /** The same attributes, one object for all that are equal, which nobody can change. */
  SortedMap<String, String> shared(SortedMap<String, String> same) {
    return attributes.computeIfAbsent(same, Collections::unmodifiableSortedMap);
  }

  void add(Fact fact) {
    facts.put(fact.key(), fact);
  }

  /** Whether it is told of, or belongs to an extension. */
  boolean isKnown(Address address) {
    return keys.containsKey(address) || isOfExtension(address);
  }

  /** By catalog, without what the server made at first. */
  Map<String, Tally> tallies() {
    Map<String, Tally> tallies = new HashMap<>();
    keys.keySet().forEach(address -> count(address, tallies));
    ofExtensions.forEach(address -> count(address, tallies));
    return tallies;
  }

  private static void count(Address address, Map<String, Tally> tallies) {
    if (address.part() == 0 && address.oid() >= FIRST_OF_USERS) {
      tallies.merge(address.catalog(), new Tally(1, address.oid()), Tally::plus);
    }
  }

  boolean isOfExtension(Address address) {
    return ofExtensions.contains(address);
  }

  /** What is at an address; empty if it is not the user's or of no kind that is known. */
  Optional<FactKey> at(Address address) {
    return Optional.ofNullable(keys.get(address));
  }

  /** Remembers what to tell of in the place of what is at an address and is no fact of its own. */
  void own(Address part, FactKey owner) {
    owners.putIfAbsent(part, owner);
  }

  /** What has to be there for what is at an address to be there: for a view's column, the view. */
  Optional<FactKey> standingAt(Address address) {
    return Optional.ofNullable(owners.get(address))
        .or(() -> at(address))
        .or(() -> at(address.whole()));
  }

  void addDependency(FactKey dependent, FactKey on) {
    if (!dependent.equals(on)) {
      dependencies.computeIfAbsent(dependent, key -> new TreeSet<>()).add(on);
    }
  }

  /** Adds to the members of what consists of numbered parts. */
  void addMember(FactKey whole, int number, String name) {
    members.computeIfAbsent(whole, key -> new TreeMap<>()).put(number, name);
  }

  CatalogSnapshot snapshot(int majorVersion, List<String> unseen) {
    members.forEach(
        (key, names) ->
            facts.computeIfPresent(
                key,
                (same, fact) -> new Fact(key, fact.attributes(), List.copyOf(names.values()))));
    return new CatalogSnapshot(majorVersion, facts, dependencies, unseen);
  }
}
