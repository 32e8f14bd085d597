package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.ColumnDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds, changes and drops columns of tables that are there. */
final class ColumnReplay {
  private final SchemaEdit edit;

  ColumnReplay(SchemaEdit edit) {
    this.edit = edit;
  }

  void add(TableBuilder table, ColumnDefinition column) {
    CreateTableReplay tables = new CreateTableReplay(edit);
    if (tables.addColumn(table, column)) {
      tables.addClauses(new ConstraintReplay(edit, table), column);
    }
  }

  void rename(RelationId id, String from, String to, boolean descend) {
    if (descend) {
      edit.changeWithDescendants(id, table -> table.renameColumn(from, to));
    } else {
      edit.change(id, table -> table.renameColumn(from, to));
    }
    for (ForeignKeyState key : foreignKeysTo(id)) {
      key.constraint()
          .references()
          .ifPresent(
              reference -> {
                List<String> columns = Renaming.in(reference.columns(), from, to);
                ConstraintState renamed =
                    key.constraint()
                        .withReferences(new ConstraintState.Reference(reference.table(), columns));
                edit.change(
                    key.table().id(), table -> table.constraints.put(renamed.name(), renamed));
              });
    }
  }

  /** Drops a column with the indexes and constraints that it is part of, and what depends on it. */
  void drop(RelationId id, String column, boolean descend) {
    for (ForeignKeyState key : foreignKeysTo(id)) {
      if (key.referencedColumns().contains(column)) {
        edit.change(key.table().id(), table -> table.dropConstraint(key.constraint().name()));
      }
    }
    Optional<TableState> before = edit.state().table(id);
    before.ifPresent(table -> edit.state().viewsOver(table, column).forEach(edit::drop));
    if (descend) {
      edit.changeWithDescendants(id, table -> drop(table, column));
    } else {
      edit.change(id, table -> drop(table, column));
    }
  }

  /** Drops the foreign keys that need a key, which is about to be dropped with them. */
  void dropForeignKeysTo(RelationId id, String key) {
    Optional<Set<String>> columns =
        edit.state()
            .table(id)
            .flatMap(table -> table.constraint(key))
            .map(each -> Set.copyOf(each.columns()));
    for (ForeignKeyState foreign : foreignKeysTo(id)) {
      if (columns.filter(Set.copyOf(foreign.referencedColumns())::equals).isPresent()) {
        edit.change(
            foreign.table().id(), table -> table.dropConstraint(foreign.constraint().name()));
      }
    }
  }

  private List<ForeignKeyState> foreignKeysTo(RelationId id) {
    return edit.state().table(id).map(edit.state()::foreignKeysTo).orElseGet(List::of);
  }

  private static void drop(TableBuilder table, String column) {
    table.columns.remove(column);
    List<String> constraints =
        table.constraints.values().stream()
            .filter(each -> each.columns().contains(column))
            .filter(each -> each.kind() != ConstraintState.Kind.NOT_NULL)
            .map(ConstraintState::name)
            .toList();
    constraints.forEach(table::dropConstraint);
    table.constraints.values().removeIf(each -> each.columns().contains(column));
    List<String> indexes =
        table.indexes.values().stream()
            .filter(index -> index.uses(column))
            .map(IndexState::name)
            .toList();
    indexes.forEach(table::dropIndex);
  }

  /** Sets NOT NULL; a constraint that said so without having checked all rows has now. */
  void setNotNull(TableBuilder table, String column) {
    table.column(column, each -> each.withNotNull(true));
    table.constraints.replaceAll(
        (name, each) -> isNotNull(each, column) ? each.withValidated(true) : each);
  }

  void dropNotNull(TableBuilder table, String column) {
    table.column(column, each -> each.withNotNull(false));
    table.constraints.values().removeIf(each -> isNotNull(each, column));
  }

  private static boolean isNotNull(ConstraintState constraint, String column) {
    return constraint.kind() == ConstraintState.Kind.NOT_NULL
        && constraint.columns().contains(column);
  }

  void validate(TableBuilder table, String constraint) {
    ConstraintState before = table.constraints.get(constraint);
    if (before == null) {
      return;
    }
    table.constraints.put(constraint, before.withValidated(before.enforced()));
    if (before.kind() == ConstraintState.Kind.NOT_NULL) {
      before.columns().forEach(column -> setNotNull(table, column));
    }
  }

  void enforce(TableBuilder table, String constraint, boolean enforced) {
    table.constraints.computeIfPresent(
        constraint,
        (name, before) -> before.enforced() == enforced ? before : before.withEnforced(enforced));
  }

  /** Drops a constraint; NOT NULL has one of a name that no statement needs to have written. */
  void dropConstraint(TableBuilder table, String constraint) {
    if (table.constraints.containsKey(constraint)) {
      table.dropConstraint(constraint);
      return;
    }
    for (String column : Set.copyOf(table.columns.keySet())) {
      String name =
          DefaultNames.choose(table.name.name(), List.of(column), "not_null", taken -> false);
      if (name.equals(constraint)) {
        dropNotNull(table, column);
      }
    }
  }
}
