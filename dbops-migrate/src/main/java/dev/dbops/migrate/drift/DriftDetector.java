package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.kind.FactKind;
import dev.dbops.migrate.catalog.kind.FactKinds;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.drift.Difference.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares two snapshots fact by fact. Stateless and thread-safe. */
public final class DriftDetector {
  private static final String MEMBERS = "members";

  private DriftDetector() {}

  /**
   * The differences, by what they are about; none if the schemas are equal. What follows from
   * another difference is left out: parts of what is missing, what partitions inherit.
   */
  public static List<Difference> compare(CatalogSnapshot expected, CatalogSnapshot actual) {
    List<Difference> all = compareEach(expected, actual);
    Map<FactKey, Difference> byKey = new HashMap<>();
    all.forEach(difference -> byKey.put(difference.key(), difference));
    return all.stream()
        .filter(difference -> !isInherited(difference, byKey, expected, actual))
        .toList();
  }

  private static boolean isInherited(
      Difference difference,
      Map<FactKey, Difference> all,
      CatalogSnapshot expected,
      CatalogSnapshot actual) {
    CatalogSnapshot in = difference instanceof Difference.Unexpected ? actual : expected;
    return FactKinds.named(difference.key().kind())
        .origin(difference.key(), in)
        .filter(origin -> isToldWith(origin, difference, all, in))
        .isPresent();
  }

  /** Whether the same is told of what it was inherited from, or of what that is a part of. */
  private static boolean isToldWith(
      FactKey origin, Difference difference, Map<FactKey, Difference> all, CatalogSnapshot in) {
    Optional<Difference> original = Optional.ofNullable(all.get(origin));
    return original.filter(other -> tells(other, difference)).isPresent()
        || FactKinds.named(origin.kind())
            .parent(origin, in)
            .filter(parent -> isToldWith(parent, difference, all, in))
            .isPresent();
  }

  private static boolean tells(Difference other, Difference difference) {
    if (difference instanceof Difference.Unlike unlike) {
      return other instanceof Difference.Unlike original
          && original.changes().entrySet().containsAll(unlike.changes().entrySet());
    }
    return other.getClass() == difference.getClass();
  }

  /** The differences, with those that others bring about. */
  static List<Difference> compareEach(CatalogSnapshot expected, CatalogSnapshot actual) {
    List<Difference> differences = new ArrayList<>();
    Set<FactKey> keys = new TreeSet<>(expected.facts().keySet());
    keys.addAll(actual.facts().keySet());
    for (FactKey key : keys) {
      Optional<Fact> wanted = expected.fact(key);
      Optional<Fact> found = actual.fact(key);
      if (wanted.isEmpty()) {
        if (!isPartOfAnother(key, actual, expected)) {
          differences.add(new Difference.Unexpected(found.orElseThrow()));
        }
      } else if (found.isEmpty()) {
        if (!isPartOfAnother(key, expected, actual)) {
          differences.add(new Difference.Missing(wanted.get()));
        }
      } else if (!wanted.equals(found)) {
        compare(wanted.get(), found.get(), differences);
      }
    }
    return List.copyOf(differences);
  }

  /**
   * Whether the thing that it is a part of is in one only as well, or the other tells nothing of
   * it.
   */
  private static boolean isPartOfAnother(FactKey key, CatalogSnapshot here, CatalogSnapshot there) {
    FactKind kind = FactKinds.named(key.kind());
    return kind.isInEveryDatabase()
        || kind.parent(key, here).filter(parent -> !there.facts().containsKey(parent)).isPresent();
  }

  private static void compare(Fact expected, Fact actual, List<Difference> differences) {
    SortedMap<String, Change> changes = new TreeMap<>();
    Set<String> names = new HashSet<>(expected.content().keySet());
    names.addAll(actual.content().keySet());
    for (String name : names) {
      Change change = new Change(expected.attribute(name), actual.attribute(name));
      if (!change.expected().equals(change.actual())) {
        changes.put(name, change);
      }
    }
    FactKind kind = FactKinds.named(expected.key().kind());
    if (kind.partsAreFacts()) {
      List<String> wanted = common(expected.members(), actual.members());
      List<String> found = common(actual.members(), expected.members());
      if (!wanted.equals(found)) {
        differences.add(new Difference.Reordered(expected.key(), wanted, found));
      }
    } else if (!expected.members().equals(actual.members())) {
      changes.put(MEMBERS, new Change(list(expected.members()), list(actual.members())));
    }
    if (!changes.isEmpty()) {
      differences.add(unlike(kind, expected, actual, changes));
    }
  }

  /** What is the matter with the thing in the database, if that is all that differs. */
  private static Difference unlike(
      FactKind kind, Fact expected, Fact actual, SortedMap<String, Change> changes) {
    Set<FactKind.Defect> defects =
        changes.keySet().stream()
            .map(name -> actual.is(name) ? kind.defect(name) : FactKind.Defect.NONE)
            .collect(Collectors.toUnmodifiableSet());
    if (defects.equals(Set.of(FactKind.Defect.UNVALIDATED))) {
      return new Difference.Unvalidated(expected, actual, changes);
    }
    if (defects.equals(Set.of(FactKind.Defect.INVALID))) {
      return new Difference.InvalidIndex(expected, actual, changes);
    }
    return new Difference.Changed(expected, actual, changes);
  }

  private static List<String> common(List<String> members, Collection<String> others) {
    Set<String> there = new HashSet<>(others);
    return members.stream().filter(there::contains).toList();
  }

  private static Optional<String> list(List<String> members) {
    return members.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", members));
  }
}
