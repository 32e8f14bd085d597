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
 * @param dependents the tables and views that refer to a table
 * @param children those of them that get their columns from it: of many dependents, few
 */
record Relations(
    PersistentMap<RelationId, TableState> tables,
    PersistentMap<ObjectName, RelationId> owners,
    Links dependents,
    Links children,
    int nextId) {
  /** What temporary tables depend on: the session, which is no table. */
  static final RelationId SESSION = new RelationId(0);

  static final Relations NONE =
      new Relations(PersistentMap.empty(), PersistentMap.empty(), Links.NONE, Links.NONE, 1);

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
    return tables(dependents, id);
  }

  /** The partitions of a table, and the tables that inherit from it. */
  List<TableState> childrenOf(RelationId id) {
    return tables(children, id);
  }

  private List<TableState> tables(Links links, RelationId id) {
    List<TableState> found = new ArrayList<>();
    links.to(id).forEachValue(each -> tables.get(each).ifPresent(found::add));
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
      return new Relations(tables, owners, dependents, children, next);
    }
    PersistentMap<ObjectName, RelationId> names = owners;
    for (ObjectName name : removed) {
      names = names.remove(name);
    }
    for (ObjectName name : added) {
      names = names.put(name, table.id());
    }
    Set<RelationId> formerTargets = before.map(Relations::targets).orElseGet(Set::of);
    Set<RelationId> formerParents = before.map(Relations::parents).orElseGet(Set::of);
    return new Relations(
        tables.put(table.id(), table),
        names,
        dependents.changed(table.id(), formerTargets, targets(table)),
        children.changed(table.id(), formerParents, parents(table)),
        next);
  }

  Relations remove(TableState table) {
    PersistentMap<ObjectName, RelationId> names = owners;
    for (ObjectName name : namesMissingIn(Optional.empty(), table)) {
      names = names.remove(name);
    }
    return new Relations(
        tables.remove(table.id()),
        names,
        dependents.changed(table.id(), targets(table), Set.of()),
        children.changed(table.id(), parents(table), Set.of()),
        nextId);
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

  private static Set<RelationId> targets(TableState table) {
    Set<RelationId> targets = parents(table);
    if (table.isTemporary()) {
      targets.add(SESSION);
    }
    for (ConstraintState constraint : table.constraints().values()) {
      constraint.references().ifPresent(reference -> targets.add(reference.table()));
    }
    table.query().ifPresent(query -> targets.addAll(query.reads()));
    return targets;
  }

  private static Set<RelationId> parents(TableState table) {
    Set<RelationId> parents = new LinkedHashSet<>(table.inheritance().inherits());
    table.inheritance().partitionOf().ifPresent(parents::add);
    return parents;
  }
}
