package dev.dbops.migrate.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables and views of a state, and what follows from them: whom a name means, which table an
 * index is on, which tables refer to a table. Immutable; what follows is kept up to date by {@link
 * #put} and {@link #remove} alone.
 */
record Relations(
    PersistentMap<RelationId, TableState> tables,
    PersistentMap<ObjectName, RelationId> names,
    PersistentMap<ObjectName, RelationId> indexes,
    PersistentMap<RelationId, PersistentMap<RelationId, RelationId>> dependents,
    int nextId) {
  static final Relations NONE =
      new Relations(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          1);

  Optional<TableState> find(ObjectName name) {
    return names.get(name).flatMap(tables::get);
  }

  /** The table that an index of this name is on. */
  Optional<TableState> findByIndex(ObjectName name) {
    return indexes.get(name).flatMap(tables::get);
  }

  boolean isTaken(ObjectName name) {
    return names.containsKey(name) || indexes.containsKey(name);
  }

  /** The tables and views that refer to a table: by foreign key, inheritance or query. */
  List<TableState> dependentsOf(RelationId id) {
    List<TableState> found = new ArrayList<>();
    dependents
        .get(id)
        .ifPresent(ids -> ids.forEachValue(each -> tables.get(each).ifPresent(found::add)));
    return found;
  }

  RelationId newId() {
    return new RelationId(nextId);
  }

  /** With a table added, or changed if one of its id is there. */
  Relations put(TableState table) {
    Optional<TableState> before = tables.get(table.id());
    Relations cleared = before.isPresent() ? unlink(before.get(), table) : this;
    PersistentMap<ObjectName, RelationId> indexNames = cleared.indexes;
    for (String index : table.indexes().keySet()) {
      ObjectName name = table.name().sibling(index);
      if (!indexNames.containsKey(name)) {
        indexNames = indexNames.put(name, table.id());
      }
    }
    PersistentMap<RelationId, PersistentMap<RelationId, RelationId>> links = cleared.dependents;
    for (RelationId target : targets(table)) {
      PersistentMap<RelationId, RelationId> known =
          links.get(target).orElseGet(PersistentMap::empty);
      if (!known.containsKey(table.id())) {
        links = links.put(target, known.put(table.id(), table.id()));
      }
    }
    boolean named = names.get(table.name()).filter(table.id()::equals).isPresent();
    return new Relations(
        tables.put(table.id(), table),
        named ? cleared.names : cleared.names.put(table.name(), table.id()),
        indexNames,
        links,
        Math.max(nextId, table.id().value() + 1));
  }

  Relations remove(TableState table) {
    PersistentMap<ObjectName, RelationId> indexNames = indexes;
    for (String index : table.indexes().keySet()) {
      indexNames = indexNames.remove(table.name().sibling(index));
    }
    PersistentMap<RelationId, PersistentMap<RelationId, RelationId>> links = dependents;
    for (RelationId target : targets(table)) {
      links = unlink(links, target, table.id());
    }
    return new Relations(
        tables.remove(table.id()), names.remove(table.name()), indexNames, links, nextId);
  }

  /** Without what followed from a table and no longer does. */
  private Relations unlink(TableState before, TableState after) {
    PersistentMap<ObjectName, RelationId> indexNames = indexes;
    boolean moved = !before.name().schema().equals(after.name().schema());
    for (String index : before.indexes().keySet()) {
      if (moved || !after.indexes().containsKey(index)) {
        indexNames = indexNames.remove(before.name().sibling(index));
      }
    }
    PersistentMap<RelationId, PersistentMap<RelationId, RelationId>> links = dependents;
    Set<RelationId> kept = targets(after);
    for (RelationId target : targets(before)) {
      if (!kept.contains(target)) {
        links = unlink(links, target, before.id());
      }
    }
    boolean renamed = !before.name().equals(after.name());
    return new Relations(
        tables, renamed ? names.remove(before.name()) : names, indexNames, links, nextId);
  }

  private static PersistentMap<RelationId, PersistentMap<RelationId, RelationId>> unlink(
      PersistentMap<RelationId, PersistentMap<RelationId, RelationId>> links,
      RelationId target,
      RelationId dependent) {
    return links.get(target).map(ids -> links.put(target, ids.remove(dependent))).orElse(links);
  }

  private static Set<RelationId> targets(TableState table) {
    Set<RelationId> targets = new LinkedHashSet<>(table.inheritance().inherits());
    table.inheritance().partitionOf().ifPresent(targets::add);
    for (ConstraintState constraint : table.constraints().values()) {
      constraint.references().ifPresent(reference -> targets.add(reference.table()));
    }
    table.query().ifPresent(query -> targets.addAll(query.reads()));
    return targets;
  }
}
