package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.List;

/** Drops objects, with what depends on them. */
final class DropReplay {
  private final SchemaEdit edit;

  DropReplay(SchemaEdit edit) {
    this.edit = edit;
  }

  void drop(Drop statement) {
    for (QualifiedName name : statement.names()) {
      drop(statement, name);
    }
  }

  private void drop(Drop statement, QualifiedName name) {
    SchemaState state = edit.state();
    switch (statement.kind()) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> state.table(name).ifPresent(edit::drop);
      case INDEX ->
          state.tableOfIndex(name).ifPresent(table -> edit.dropIndex(table.id(), name.value()));
      case SCHEMA -> dropSchema(name.value());
      case TYPE, DOMAIN -> {
        if (statement.cascade()) {
          dropColumns(name);
        }
        edit.put(
            edit.others().withoutType(state.lookUp(name, state.others.domains()::containsKey)));
        edit.put(edit.others().withoutType(state.lookUp(name, state.others.enums()::containsKey)));
      }
      case FUNCTION, PROCEDURE, ROUTINE -> dropFunction(name);
      case SEQUENCE ->
          edit.put(
              edit.others()
                  .withoutSequence(state.lookUp(name, state.others.sequences()::containsKey)));
      case PUBLICATION -> edit.put(edit.others().withoutPublication(name.value()));
      default -> {}
    }
  }

  private void dropColumns(QualifiedName type) {
    ColumnReplay columns = new ColumnReplay(edit);
    for (TypeUse use : TypeUse.of(type, edit.state())) {
      columns.drop(use.table().id(), use.column().name(), false);
    }
  }

  /** Drops a function, unless it has overloads: the statement does not say here which is meant. */
  private void dropFunction(QualifiedName name) {
    edit.state()
        .function(name)
        .filter(function -> function.overloads().size() == 1)
        .ifPresent(function -> edit.put(edit.others().withoutFunction(function.name())));
  }

  private void dropSchema(String schema) {
    edit.state().tables().stream()
        .filter(table -> table.name().schema().equals(schema))
        .forEach(edit::drop);
    TypesAndRoutines others = edit.others().withoutSchema(schema);
    for (ObjectName type : inSchema(others.domains().keys(), schema)) {
      others = others.withoutType(type);
    }
    for (ObjectName type : inSchema(others.enums().keys(), schema)) {
      others = others.withoutType(type);
    }
    for (ObjectName function : inSchema(others.functions().keys(), schema)) {
      others = others.withoutFunction(function);
    }
    for (ObjectName sequence : inSchema(others.sequences().keys(), schema)) {
      others = others.withoutSequence(sequence);
    }
    edit.put(others);
  }

  private static List<ObjectName> inSchema(List<ObjectName> names, String schema) {
    return names.stream().filter(name -> name.schema().equals(schema)).toList();
  }
}
