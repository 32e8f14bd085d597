package dev.dbops.migrate.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables and views of a state, and what follows from them: whom a name means, which tables
 * refer to a table. Immutable; what follows is kept up to date by {@link #put} and {@link #remove}
 * alone.
 *
 * @param owners by the names of tables and of their indexes, which no two can share, the table
 * @param dependents by table, the tables and views that refer to it
 */
record Relations(
    PersistentMap<RelationId, TableState> tables,
    PersistentMap<ObjectName, RelationId> owners,
    PersistentMap<RelationId, PersistentMap<RelationId, RelationId>> dependents,
    int nextId) {
  /** What temporary tables depend on: the session, which is no table. */
  static final RelationId SESSION = new RelationId(0);

  static final Relations NONE =
      new Relations(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty(), 1);

  Optional<TableState> find(ObjectName name) {
    return owner(name).filter(table -> table.name().equals(name));
  }

  /** The table that an index of this name is on. */
  Optional<TableState> findByIndex(ObjectName name) {
    return owner(name).filter(table -> !table.name().equals(name));
  }

  private Optional<TableState> owner(ObjectName name) {
    return owners.get(name).flatMap(tables::get);
  }

  boolean isTaken(ObjectName name) {
    return owners.containsKey(name);
  }

  boolean isIndex(ObjectName name) {
    return findByIndex(name).isPresent();
  }

  /** The tables and views that refer to a table: by foreign key, inheritance or query. */
  List<TableState> dependentsOf(RelationId id) {
    Optional<PersistentMap<RelationId, RelationId>> ids = dependents.get(id);
    if (ids.isEmpty() || ids.get().size() == 0) {
      return List.of();
    }
    List<TableState> found = new ArrayList<>(ids.get().size());
    ids.get().forEachValue(each -> tables.get(each).ifPresent(found::add));
    return found;
  }

  RelationId newId() {
    return new RelationId(nextId);
  }

  /**
   * With a table added, or changed if one of its id is there. Changes nothing if a name of it is
   * taken, as the server would refuse it.
   */
  Relations put(TableState table) {
    Optional<TableState> before = tables.get(table.id());
    List<ObjectName> added = namesMissingIn(before, table);
    List<ObjectName> removed =
        before.map(each -> namesMissingIn(Optional.of(table), each)).orElseGet(List::of);
    int next = Math.max(nextId, table.id().value() + 1);
    if (added.stream().anyMatch(name -> isTaken(name) && !removed.contains(name))) {
      return new Relations(tables, owners, dependents, next);
    }
    PersistentMap<ObjectName, RelationId> names = owners;
    for (ObjectName name : removed) {
      names = names.remove(name);
    }
    for (ObjectName name : added) {
      names = names.put(name, table.id());
    }
    Set<RelationId> formerly = before.map(Relations::targets).orElseGet(Set::of);
    return new Relations(
        tables.put(table.id(), table), names, relinked(table, formerly, targets(table)), next);
  }

  Relations remove(TableState table) {
    PersistentMap<ObjectName, RelationId> names = owners;
    for (ObjectName name : namesMissingIn(Optional.empty(), table)) {
      names = names.remove(name);
    }
    return new Relations(
        tables.remove(table.id()), names, relinked(table, targets(table), Set.of()), nextId);
  }

  /** The names of a table and its indexes that it did not have, or will not have. */
  private static List<ObjectName> namesMissingIn(Optional<TableState> other, TableState table) {
    List<ObjectName> missing = new ArrayList<>();
    Optional<TableState> sameSchema =
        other.filter(each -> each.name().schema().equals(table.name().schema()));
    if (sameSchema.filter(each -> each.name().equals(table.name())).isEmpty()) {
      missing.add(table.name());
    }
    for (String index : table.indexes().keySet()) {
      if (sameSchema.filter(each -> each.indexes().containsKey(index)).isEmpty()) {
        missing.add(table.name().sibling(index));
      }
    }
    return missing;
  }

  private PersistentMap<RelationId, PersistentMap<RelationId, RelationId>> relinked(
      TableState table, Set<RelationId> before, Set<RelationId> after) {
    PersistentMap<RelationId, PersistentMap<RelationId, RelationId>> links = dependents;
    for (RelationId target : before) {
      if (!after.contains(target)) {
        links = links.put(target, dependents(links, target).remove(table.id()));
      }
    }
    for (RelationId target : after) {
      if (!before.contains(target)) {
        links = links.put(target, dependents(links, target).put(table.id(), table.id()));
      }
    }
    return links;
  }

  private static PersistentMap<RelationId, RelationId> dependents(
      PersistentMap<RelationId, PersistentMap<RelationId, RelationId>> links, RelationId target) {
    return links.get(target).orElseGet(PersistentMap::empty);
  }

  private static Set<RelationId> targets(TableState table) {
    Set<RelationId> targets = new LinkedHashSet<>(table.inheritance().inherits());
    table.inheritance().partitionOf().ifPresent(targets::add);
    if (table.isTemporary()) {
      targets.add(SESSION);
    }
    for (ConstraintState constraint : table.constraints().values()) {
      constraint.references().ifPresent(reference -> targets.add(reference.table()));
    }
    table.query().ifPresent(query -> targets.addAll(query.reads()));
    return targets;
  }
}
