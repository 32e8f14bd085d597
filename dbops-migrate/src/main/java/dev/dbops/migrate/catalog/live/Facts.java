package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.HashMap;
import java.util.HashSet;
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
    private static final Tally NONE = new Tally(0, 0);
  }

  private final Set<Address> ofExtensions;
  private static final long FIRST_OF_USERS = 16384;

  private final Map<Address, FactKey> keys = new HashMap<>();
  private final Map<Address, FactKey> owners = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final SortedMap<FactKey, Fact> facts = new TreeMap<>();
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

  /**
   * The same text, one object for all that are equal: types and defaults repeat by the thousand.
   */
  String shared(String text) {
    return texts.computeIfAbsent(text, same -> same);
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
    Set<Address> known = new HashSet<>(ofExtensions);
    known.addAll(keys.keySet());
    Map<String, Tally> tallies = new HashMap<>();
    for (Address address : known) {
      if (address.part() == 0 && address.oid() >= FIRST_OF_USERS) {
        Tally before = tallies.getOrDefault(address.catalog(), Tally.NONE);
        tallies.put(address.catalog(), new Tally(before.rows() + 1, before.oids() + address.oid()));
      }
    }
    return tallies;
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

  CatalogSnapshot snapshot(int majorVersion, List<String> unseen) {
    return new CatalogSnapshot(majorVersion, facts, dependencies, unseen);
  }
}
