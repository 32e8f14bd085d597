package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.QualifiedName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A state that one statement is changing. */
final class SchemaEdit {
  private SchemaState state;
  private final int unit;

  SchemaEdit(SchemaState state) {
    this(state, state.session.unit());
  }

  private SchemaEdit(SchemaState state, int unit) {
    this.state = state;
    this.unit = unit;
  }

  /** An edit whose objects may have been there before, so that none of them is new. */
  static SchemaEdit perhapsDone(SchemaState state) {
    return new SchemaEdit(state, 0);
  }

  SchemaState state() {
    return state;
  }

  int unit() {
    return unit;
  }

  /** The table of a name; if no statement named it so far, it is known from now on to be there. */
  TableState known(QualifiedName name) {
    return state.table(name).orElseGet(() -> put(unknown(state.resolve(name))));
  }

  private TableState unknown(ObjectName name) {
    return TableState.unknown(state.relations.newId(), name);
  }

  /**
   * A table that a statement makes, under the id of the one that was only known by name, if there
   * is. Empty if the name is taken: the statement fails or does nothing.
   */
  Optional<TableBuilder> create(ObjectName name) {
    Optional<TableState> known = state.relations.find(name);
    if (known.filter(table -> table.complete() || table.createdIn() != 0).isPresent()) {
      return Optional.empty();
    }
    RelationId id = known.map(TableState::id).orElseGet(() -> state.relations.newId());
    TableBuilder table = new TableBuilder(TableState.unknown(id, name));
    table.createdIn = unit();
    return Optional.of(table);
  }

  TableState put(TableState table) {
    state = state.with(state.relations.put(table));
    return table;
  }

  void put(TypesAndRoutines others) {
    state = state.with(others);
  }

  TypesAndRoutines others() {
    return state.others;
  }

  /** Changes a table that is known. */
  void change(RelationId id, Consumer<TableBuilder> change) {
    state
        .table(id)
        .ifPresent(
            before -> {
              TableBuilder table = new TableBuilder(before);
              change.accept(table);
              put(table.build());
            });
  }

  /** Changes a table and all that get their columns from it. */
  void changeWithDescendants(RelationId id, Consumer<TableBuilder> change) {
    change(id, change);
    descendants(id).forEach(each -> change(each, change));
  }

  /** The tables that get their columns from a table, however far below it. */
  Set<RelationId> descendants(RelationId id) {
    if (children(id).isEmpty()) {
      return Set.of();
    }
    Set<RelationId> found = new LinkedHashSet<>();
    Deque<RelationId> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      for (TableState child : children(open.remove())) {
        if (found.add(child.id())) {
          open.add(child.id());
        }
      }
    }
    return found;
  }

  List<TableState> children(RelationId id) {
    return state.table(id).map(state::children).orElseGet(List::of);
  }

  /** Whether a table can get its columns from another without going round in a circle. */
  boolean mayInherit(RelationId child, RelationId parent) {
    return !child.equals(parent) && !descendants(child).contains(parent);
  }

  /** Drops a table or view with its partitions, the views over it and the foreign keys to it. */
  void drop(TableState table) {
    Deque<TableState> open = new ArrayDeque<>(List.of(table));
    while (!open.isEmpty()) {
      TableState dropped = open.remove();
      state = state.with(state.relations.remove(dropped));
      for (TableState dependent : state.relations.dependentsOf(dropped.id())) {
        if (dependent.query().isPresent()
            || dependent.inheritance().partitionOf().filter(dropped.id()::equals).isPresent()) {
          open.add(dependent);
        } else {
          change(dependent.id(), each -> forget(each, dropped.id()));
        }
      }
    }
  }

  private static void forget(TableBuilder dependent, RelationId dropped) {
    dependent.removeParent(dropped);
    List<String> keys =
        dependent.constraints.values().stream()
            .filter(
                each -> each.references().filter(key -> key.table().equals(dropped)).isPresent())
            .map(ConstraintState::name)
            .toList();
    keys.forEach(dependent::dropConstraint);
  }

  /** Drops an index, and the indexes of partitions that are parts of it. */
  void dropIndex(RelationId table, String index) {
    change(table, each -> each.dropIndex(index));
    for (TableState child : children(table)) {
      child.indexes().values().stream()
          .filter(each -> each.attachedTo().filter(index::equals).isPresent())
          .forEach(each -> dropIndex(child.id(), each.name()));
    }
  }
}
