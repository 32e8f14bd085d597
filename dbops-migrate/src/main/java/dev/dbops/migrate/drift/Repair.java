package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.kind.CatalogKind;
import dev.dbops.migrate.catalog.kind.FactKind;
import dev.dbops.migrate.catalog.kind.FactKinds;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The statements that turn one schema into another: first what has to go, dependents before what
 * they depend on, then what has to be made or changed, the other way round. What has to be made
 * again takes along what depends on it.
 */
public final class Repair {
  private final CatalogSnapshot current;
  private final CatalogSnapshot target;
  private final FactGraph currentGraph;
  private final FactGraph targetGraph;
  private final Set<FactKey> dropped = new TreeSet<>();
  private final Set<FactKey> goneWithAnother = new HashSet<>();
  private final Set<FactKey> made = new TreeSet<>();
  private final Map<FactKey, List<String>> altered = new LinkedHashMap<>();
  private final Map<FactKey, Fact> standIns = new HashMap<>();
  private final Map<FactKey, Fact> detached = new LinkedHashMap<>();

  private Repair(CatalogSnapshot current, CatalogSnapshot target) {
    this.current = current;
    this.target = target;
    currentGraph = FactGraph.of(current);
    targetGraph = FactGraph.of(target);
  }

  /**
   * The steps that make one schema of another, in their order.
   *
   * @param current what there is
   * @param target what there should be
   */
  public static List<RepairStep> of(CatalogSnapshot current, CatalogSnapshot target) {
    return new Repair(current, target).steps(DriftDetector.compareEach(target, current));
  }

  private List<RepairStep> steps(Collection<Difference> differences) {
    for (Difference difference : differences) {
      if (difference instanceof Difference.Missing missing) {
        make(missing.key());
      } else if (difference instanceof Difference.Unexpected unexpected) {
        drop(unexpected.key());
      } else if (difference instanceof Difference.Unlike unlike) {
        change(unlike.actual(), unlike.expected());
      }
    }
    List<RepairStep> steps = new ArrayList<>(detach());
    made.forEach(altered::remove);
    Set<FactKey> gone = new HashSet<>();
    List<RepairStep> last = new ArrayList<>();
    Set<FactKey> alone = droppedAlone();
    for (FactKey key : currentGraph.dependentsFirst(alone)) {
      if (isInherited(key) && isInDropped(key)) {
        continue;
      }
      boolean needed = false;
      for (FactKey dependent : currentGraph.dependents(key)) {
        if (alone.contains(dependent) && !gone.contains(dependent)) {
          List<RepairStep> emptied = emptied(dependent);
          steps.addAll(emptied);
          needed |= emptied.isEmpty();
        }
      }
      if (needed && !emptied(key).isEmpty()) {
        steps.addAll(emptied(key));
        last.add(dropped(key));
      } else {
        steps.add(dropped(key));
        gone.add(key);
      }
    }
    steps.addAll(last);
    Set<FactKey> changed = new TreeSet<>(made);
    changed.addAll(altered.keySet());
    Set<FactKey> there = new HashSet<>();
    for (FactKey key : targetGraph.dependenciesFirst(changed)) {
      if (altered.containsKey(key)) {
        boolean losesData =
            kind(key).losesData(current.fact(key).orElseThrow(), target.fact(key).orElseThrow());
        steps.add(new RepairStep(key, altered.get(key), losesData));
      } else if (!there.contains(key)) {
        Fact fact = target.fact(key).orElseThrow();
        for (FactKey needed : target.needs(key)) {
          if (made.contains(needed) && !there.contains(needed) && !standIns.containsKey(needed)) {
            steps.addAll(standIn(needed));
          }
        }
        steps.add(new RepairStep(key, make(fact), false));
        there.addAll(kind(key).createdWith(fact, target));
      }
    }
    return steps.stream().filter(step -> !step.statements().isEmpty()).toList();
  }

  private RepairStep dropped(FactKey key) {
    Fact fact = current.fact(key).orElseThrow();
    return new RepairStep(key, kind(key).drop(fact, current), kind(key).holdsData(fact));
  }

  /** In a circle, what is there for others to refer to until it can be made itself. */
  private List<RepairStep> standIn(FactKey key) {
    Optional<Fact> standIn = kind(key).standIn(target.fact(key).orElseThrow());
    standIn.ifPresent(fact -> standIns.put(key, fact));
    return standIn.stream()
        .map(fact -> new RepairStep(key, kind(key).create(fact, target), false))
        .toList();
  }

  private List<String> make(Fact fact) {
    Optional<Fact> standIn = Optional.ofNullable(standIns.get(fact.key()));
    return standIn
        .flatMap(other -> kind(fact.key()).alter(other, fact, target, target))
        .orElseGet(() -> kind(fact.key()).create(fact, target));
  }

  /** In a circle, what needs nothing any more and is dropped after what it needed. */
  private List<RepairStep> emptied(FactKey key) {
    Fact fact = current.fact(key).orElseThrow();
    return kind(key)
        .standIn(fact)
        .flatMap(other -> kind(key).alter(fact, other, current, current))
        .map(statements -> new RepairStep(key, statements, false))
        .stream()
        .toList();
  }

  /** Makes what stays do without what goes, and gets it back, or other things instead, later. */
  private List<RepairStep> detach() {
    List<RepairStep> steps = new ArrayList<>();
    detached.keySet().removeAll(made);
    detached.forEach(
        (key, rest) -> {
          Fact fact = current.fact(key).orElseThrow();
          Fact wanted = target.fact(key).orElseThrow();
          kind(key)
              .alter(fact, rest, current, current)
              .ifPresent(statements -> steps.add(new RepairStep(key, statements, false)));
          kind(key)
              .alter(rest, wanted, current, target)
              .ifPresent(statements -> altered.put(key, statements));
        });
    return steps;
  }

  /** What a partition inherits cannot be dropped alone. */
  private boolean isInherited(FactKey key) {
    return kind(key).mergesIntoOrigin() && kind(key).origin(key, current).isPresent();
  }

  private boolean isInDropped(FactKey key) {
    return kind(key)
        .parent(key, current)
        .filter(parent -> kind(parent).dropsParts())
        .filter(parent -> dropped.contains(parent) || isInDropped(parent))
        .isPresent();
  }

  private static FactKind kind(FactKey key) {
    return FactKinds.named(key.kind());
  }

  /** Without what goes with another, as it came with it. */
  private Set<FactKey> droppedAlone() {
    Set<FactKey> alone = new TreeSet<>(dropped);
    for (FactKey key : dropped) {
      for (FactKey with : kind(key).createdWith(current.fact(key).orElseThrow(), current)) {
        if (!with.equals(key)) {
          alone.remove(with);
        }
      }
    }
    return alone;
  }

  /** It and all its parts. */
  private void make(FactKey key) {
    if (target.facts().containsKey(key) && made.add(key)) {
      targetGraph.parts(key).forEach(this::make);
    }
  }

  private void change(Fact from, Fact to) {
    Optional<List<String>> statements = kind(to.key()).alter(from, to, current, target);
    if (statements.isEmpty()) {
      drop(to.key());
    } else {
      altered.put(to.key(), statements.get());
      if (kind(to.key()).replaces(from, to)) {
        targetGraph.parts(to.key()).forEach(this::make);
      }
      if (kind(to.key()).dependentsForbid(from, to)) {
        dropDependents(to.key());
      }
    }
  }

  /** What depends on it; what holds rows stays, but not what depends on that in turn. */
  private void dropDependents(FactKey key) {
    for (FactKey dependent : currentGraph.dependents(key)) {
      if (kind(dependent).holdsData(current.fact(dependent).orElseThrow())) {
        dropDependents(dependent);
      } else {
        drop(dependent);
      }
    }
  }

  /** It, and what depends on it; what of that should be there is made again. */
  private void drop(FactKey key) {
    Deque<FactKey> open = new ArrayDeque<>();
    if (dropped.add(key)) {
      open.add(key);
    }
    while (!open.isEmpty()) {
      FactKey next = open.remove();
      make(next);
      for (FactKey part : currentGraph.parts(next)) {
        if (!kind(next).dropsParts() && kind(part) instanceof CatalogKind) {
          if (dropped.add(part)) {
            open.add(part);
          }
        } else if (goneWithAnother.add(part) && !dropped.contains(part)) {
          open.add(part);
        }
      }
      for (FactKey dependent : currentGraph.dependents(next)) {
        if (!canDoWithout(dependent, next) && dropped.add(dependent)) {
          open.add(dependent);
        }
      }
    }
  }

  private boolean canDoWithout(FactKey dependent, FactKey gone) {
    Optional<Fact> fact =
        current.fact(dependent).filter(same -> target.fact(dependent).isPresent());
    Optional<Fact> rest = fact.flatMap(there -> kind(dependent).without(there, gone));
    rest.ifPresent(detachedFact -> detached.put(dependent, detachedFact));
    return rest.isPresent();
  }
}
