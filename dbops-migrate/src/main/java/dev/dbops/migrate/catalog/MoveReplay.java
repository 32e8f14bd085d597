package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.AlterObject;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.List;

/** Renames views, sequences, functions and schemas, and moves them to other schemas. */
final class MoveReplay {
  private final SchemaEdit edit;

  MoveReplay(SchemaEdit edit) {
    this.edit = edit;
  }

  void move(AlterObject statement) {
    if (statement.target().isEmpty()) {
      return;
    }
    String target = statement.target().get().value();
    boolean renames = statement.change() == AlterObject.Kind.RENAME;
    if (!renames && statement.change() != AlterObject.Kind.SET_SCHEMA) {
      return;
    }
    switch (statement.kind()) {
      case VIEW, MATERIALIZED_VIEW, TABLE, FOREIGN_TABLE ->
          moveView(statement.object(), target, renames);
      case SEQUENCE -> moveSequence(statement.object(), target, renames);
      case FUNCTION, PROCEDURE, ROUTINE -> moveFunction(statement.object(), target, renames);
      case SCHEMA -> renameSchema(statement.object().value(), target);
      default -> {}
    }
  }

  private void moveView(QualifiedName name, String target, boolean renames) {
    edit.state()
        .table(name)
        .ifPresent(
            view -> {
              ObjectName to = moved(view.name(), target, renames);
              edit.change(view.id(), each -> each.name = to);
            });
  }

  private void moveSequence(QualifiedName name, String target, boolean renames) {
    if (edit.state().hasSequence(name)) {
      ObjectName from = edit.state().lookUp(name, edit.others().sequences()::containsKey);
      edit.put(edit.others().withoutSequence(from).putSequence(moved(from, target, renames)));
    }
  }

  private void moveFunction(QualifiedName name, String target, boolean renames) {
    edit.state()
        .function(name)
        .filter(function -> function.overloads().size() == 1)
        .ifPresent(
            function ->
                edit.put(
                    edit.others()
                        .withoutFunction(function.name())
                        .put(
                            new FunctionState(
                                moved(function.name(), target, renames), function.overloads()))));
  }

  private static ObjectName moved(ObjectName from, String target, boolean renames) {
    return renames ? from.sibling(target) : new ObjectName(target, from.name());
  }

  private void renameSchema(String from, String to) {
    for (TableState table : edit.state().tables()) {
      if (table.name().schema().equals(from)) {
        ObjectName name = new ObjectName(to, table.name().name());
        edit.change(table.id(), each -> each.name = name);
      }
    }
    TypesAndRoutines others = edit.others().withoutSchema(from).putSchema(to);
    for (DomainState domain : others.domains().values()) {
      if (domain.name().schema().equals(from)) {
        ObjectName name = new ObjectName(to, domain.name().name());
        others = others.withoutType(domain.name()).put(domain.withName(name));
      }
    }
    for (EnumState type : others.enums().values()) {
      if (type.name().schema().equals(from)) {
        ObjectName name = new ObjectName(to, type.name().name());
        others = others.withoutType(type.name()).put(type.withName(name));
      }
    }
    for (FunctionState function : others.functions().values()) {
      if (function.name().schema().equals(from)) {
        ObjectName name = new ObjectName(to, function.name().name());
        others =
            others
                .withoutFunction(function.name())
                .put(new FunctionState(name, function.overloads()));
      }
    }
    List<ObjectName> sequences = others.sequences().keys();
    for (ObjectName sequence : sequences) {
      if (sequence.schema().equals(from)) {
        others = others.withoutSequence(sequence).putSequence(new ObjectName(to, sequence.name()));
      }
    }
    edit.put(others);
  }
}
