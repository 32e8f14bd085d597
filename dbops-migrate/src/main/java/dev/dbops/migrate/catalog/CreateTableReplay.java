package dev.dbops.migrate.catalog;

import dev.dbops.migrate.catalog.ColumnState.Generation;
import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.CreateForeignTable;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.LikeClause;
import dev.dbops.migrate.sql.LikeClause.Part;
import dev.dbops.migrate.sql.Persistence;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Makes tables and columns. */
final class CreateTableReplay {
  private final SchemaEdit edit;

  CreateTableReplay(SchemaEdit edit) {
    this.edit = edit;
  }

  void create(CreateTable statement) {
    ObjectName name = nameOf(statement.name(), statement.persistence());
    Optional<TableBuilder> created = edit.create(name);
    if (created.isEmpty()) {
      return;
    }
    TableBuilder table = created.get();
    table.persistence = name.isTemporary() ? Persistence.TEMPORARY : statement.persistence();
    table.complete = true;
    // Others can refer to it while it is made: a foreign key to itself does.
    edit.put(table.build());
    statement.like().forEach(like -> copy(like, table));
    statement.inherits().stream()
        .map(edit::known)
        .filter(each -> edit.mayInherit(table.id, each.id()))
        .forEach(each -> inherit(each, table));
    Optional<TableState> parent =
        statement
            .partitionOf()
            .map(edit::known)
            .filter(each -> edit.mayInherit(table.id, each.id()));
    parent.ifPresent(each -> copyColumns(each, table));
    table.inheritance =
        new TableState.Inheritance(
            statement.partitionBy(),
            parent.map(TableState::id),
            statement.bound(),
            table.inheritance.inherits());
    statement.columns().forEach(column -> addColumn(table, column));
    ConstraintReplay constraints = new ConstraintReplay(edit, table);
    for (ColumnDefinition column : statement.columns()) {
      addClauses(constraints, column);
    }
    statement.constraints().forEach(constraints::add);
    parent.ifPresent(each -> new PartitionReplay(edit).completePartition(each, table));
    edit.put(table.build());
  }

  void create(CreateForeignTable statement) {
    edit.create(edit.state().nameOfNew(statement.name()))
        .ifPresent(
            table -> {
              table.kind = TableState.Kind.FOREIGN_TABLE;
              statement.columns().forEach(column -> addColumn(table, column));
              edit.put(table.build());
            });
  }

  /** The name under which a table is made: temporary ones live in a schema of their own. */
  ObjectName nameOf(QualifiedName written, Persistence persistence) {
    return persistence == Persistence.TEMPORARY
        ? new ObjectName(ObjectName.TEMPORARY, written.value())
        : edit.state().nameOfNew(written);
  }

  /** Adds a column, or nothing if the table has it. */
  boolean addColumn(TableBuilder table, ColumnDefinition definition) {
    String name = definition.name().value();
    ColumnState before = table.columns.get(name);
    if (before != null && before.type().isPresent()) {
      return false;
    }
    Optional<String> collation = definition.collation().map(QualifiedName::text);
    boolean serial = definition.type().isSerial();
    table.columns.put(
        name,
        ColumnState.unknown(name)
            .withCreatedIn(edit.unit())
            .withType(ConstraintReplay.storedType(definition.type()), collation)
            .withNotNull(serial)
            .withGeneration(serial ? Generation.SERIAL : Generation.NONE));
    if (serial) {
      new ConstraintReplay(edit, table).addSequence(name);
    }
    return true;
  }

  void addClauses(ConstraintReplay constraints, ColumnDefinition column) {
    for (Constraint clause : column.constraints()) {
      constraints.add(clause, column.name().value());
    }
  }

  private void inherit(TableState parent, TableBuilder table) {
    table.addParent(parent.id());
    copyColumns(parent, table);
    for (ConstraintState check : parent.constraints(ConstraintState.Kind.CHECK)) {
      table.constraints.putIfAbsent(check.name(), check.withCreatedIn(edit.unit()));
    }
  }

  private void copy(LikeClause like, TableBuilder table) {
    TableState from = edit.known(like.table());
    copyColumns(from, table);
    for (ColumnState column : from.columns().values()) {
      table.column(column.name(), copied -> completed(copied, column, like));
    }
    if (like.includes(Part.CONSTRAINTS)) {
      for (ConstraintState check : from.constraints(ConstraintState.Kind.CHECK)) {
        table.constraints.putIfAbsent(
            check.name(), check.withCreatedIn(edit.unit()).withValidated(true));
      }
    }
    if (like.includes(Part.INDEXES)) {
      PartitionReplay parts = new PartitionReplay(edit);
      from.indexes().values().forEach(index -> parts.addIndex(from, index, table));
      table.indexes.replaceAll((name, index) -> index.withAttachedTo(Optional.empty()));
    }
  }

  private static ColumnState completed(ColumnState copied, ColumnState from, LikeClause like) {
    Part needed =
        switch (from.generation()) {
          case NONE, SERIAL -> Part.DEFAULTS;
          case IDENTITY -> Part.IDENTITY;
          case STORED, VIRTUAL -> Part.GENERATED;
        };
    if (!like.includes(needed)) {
      return copied;
    }
    Generation generation = needed == Part.DEFAULTS ? copied.generation() : from.generation();
    return copied.withGeneration(generation).withDefault(from.defaultValue());
  }

  /**
   * Copies columns with what they demand; what they default to does not pass on to a {@code LIKE}.
   */
  private void copyColumns(TableState from, TableBuilder table) {
    table.complete &= from.complete();
    boolean like = !table.inheritance.inherits().contains(from.id());
    List<ColumnState> columns = List.copyOf(from.columns().values());
    for (ColumnState column : columns) {
      ColumnState copy = column.withCreatedIn(edit.unit());
      table.columns.putIfAbsent(
          column.name(),
          like ? copy.withGeneration(Generation.NONE).withDefault(Optional.empty()) : copy);
    }
  }
}
