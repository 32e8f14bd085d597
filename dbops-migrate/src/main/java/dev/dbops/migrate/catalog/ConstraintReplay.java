package dev.dbops.migrate.catalog;

import dev.dbops.migrate.catalog.ColumnState.Generation;
import dev.dbops.migrate.catalog.ConstraintState.Kind;
import dev.dbops.migrate.catalog.ConstraintState.Reference;
import dev.dbops.migrate.sql.Condition;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.Name;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds columns' clauses and tables' constraints to a table. */
final class ConstraintReplay {
  private final SchemaEdit edit;
  private final TableBuilder table;

  ConstraintReplay(SchemaEdit edit, TableBuilder table) {
    this.edit = edit;
    this.table = table;
  }

  /** Adds a constraint of the table. */
  void add(Constraint constraint) {
    add(constraint, Optional.empty());
  }

  /** Adds a clause of a column that the table has. */
  void add(Constraint constraint, String column) {
    add(constraint, Optional.of(column));
  }

  private void add(Constraint constraint, Optional<String> column) {
    Constraint.Definition definition = constraint.definition();
    if (definition instanceof Constraint.NotNull notNull) {
      notNull.column().map(Name::value).or(() -> column).ifPresent(on -> notNull(constraint, on));
    } else if (definition instanceof Constraint.Default value && column.isPresent()) {
      table.column(column.get(), each -> each.withDefault(Optional.of(value.value())));
    } else if (definition instanceof Constraint.Generated value && column.isPresent()) {
      Generation generation = value.stored() ? Generation.STORED : Generation.VIRTUAL;
      table.column(
          column.get(),
          each -> each.withGeneration(generation).withDefault(Optional.of(value.value())));
    } else if (definition instanceof Constraint.Identity && column.isPresent()) {
      addSequence(column.get());
      table.column(
          column.get(), each -> each.withGeneration(Generation.IDENTITY).withNotNull(true));
    } else if (definition instanceof Constraint.Check check) {
      check(constraint, check);
    } else if (definition instanceof Constraint.Unique unique) {
      List<String> columns = orOwn(unique.columns(), column);
      unique
          .usingIndex()
          .ifPresentOrElse(
              index -> useIndex(constraint, Kind.UNIQUE, index.value()),
              () -> key(constraint, Kind.UNIQUE, columns, "key", "btree"));
    } else if (definition instanceof Constraint.PrimaryKey key) {
      List<String> columns = orOwn(key.columns(), column);
      key.usingIndex()
          .ifPresentOrElse(
              index -> useIndex(constraint, Kind.PRIMARY_KEY, index.value()),
              () -> primaryKey(constraint, columns));
    } else if (definition instanceof Constraint.Exclude exclude) {
      String method = exclude.method().map(Name::value).orElse("btree");
      key(constraint, Kind.EXCLUDE, List.of(), "excl", method);
    } else if (definition instanceof Constraint.ForeignKey key) {
      foreignKey(constraint, key, orOwn(key.columns(), column));
    }
  }

  /** The sequence of a serial or identity column, under the name that the server gives it. */
  void addSequence(String column) {
    ObjectName sequence =
        table.name.sibling(
            DefaultNames.choose(table.name.name(), List.of(column), "seq", this::isTaken));
    edit.put(edit.others().putSequence(sequence));
  }

  /** A name that no relation of the schema has. */
  boolean isTaken(String name) {
    ObjectName candidate = table.name.sibling(name);
    return table.indexes.containsKey(name)
        || table.constraints.containsKey(name)
        || edit.state().relations.isTaken(candidate)
        || edit.others().sequences().containsKey(candidate);
  }

  private static List<String> orOwn(List<Name> written, Optional<String> column) {
    return written.isEmpty() ? column.stream().toList() : Names.values(written);
  }

  private String name(Constraint constraint, List<String> columns, String label) {
    return constraint
        .name()
        .map(Name::value)
        .orElseGet(() -> DefaultNames.choose(table.name.name(), columns, label, this::isTaken));
  }

  private void notNull(Constraint constraint, String column) {
    table.column(column, each -> each.withNotNull(each.notNull() || !constraint.notValid()));
    if (constraint.name().isPresent() || constraint.notValid()) {
      List<String> columns = List.of(column);
      String name = name(constraint, columns, "not_null");
      put(constraint, Kind.NOT_NULL, name, columns, Optional.empty(), Optional.empty());
    }
  }

  private void check(Constraint constraint, Constraint.Check check) {
    List<String> columns = Names.columnsIn(check.condition(), table);
    List<String> naming = columns.size() == 1 ? columns : List.of();
    String name = name(constraint, naming, "check");
    put(constraint, Kind.CHECK, name, columns, Optional.empty(), Optional.of(check.condition()));
  }

  private void primaryKey(Constraint constraint, List<String> columns) {
    columns.forEach(column -> table.column(column, each -> each.withNotNull(true)));
    key(constraint, Kind.PRIMARY_KEY, columns, "pkey", "btree");
  }

  private void key(
      Constraint constraint, Kind kind, List<String> columns, String label, String method) {
    List<String> naming = kind == Kind.PRIMARY_KEY ? List.of() : columns;
    String name = name(constraint, naming, label);
    put(constraint, kind, name, columns, Optional.empty(), Optional.empty());
    table.indexes.putIfAbsent(
        name,
        new IndexState(
            name,
            columns.stream().map(IndexState.Key::of).toList(),
            List.of(),
            method,
            kind != Kind.EXCLUDE,
            Optional.empty(),
            Optional.of(name),
            false,
            Optional.empty(),
            edit.unit()));
  }

  /** Makes an index the constraint's, under the constraint's name. */
  private void useIndex(Constraint constraint, Kind kind, String index) {
    String name = constraint.name().map(Name::value).orElse(index);
    table.renameIndex(index, name);
    List<String> columns =
        Optional.ofNullable(table.indexes.get(name)).map(IndexState::columns).orElseGet(List::of);
    table.indexes.computeIfPresent(name, (key, before) -> before.withConstraint(Optional.of(name)));
    if (kind == Kind.PRIMARY_KEY) {
      columns.forEach(column -> table.column(column, each -> each.withNotNull(true)));
    }
    put(constraint, kind, name, columns, Optional.empty(), Optional.empty());
  }

  private void foreignKey(Constraint constraint, Constraint.ForeignKey key, List<String> columns) {
    TableState referenced = edit.known(key.referenced());
    boolean self = referenced.id().equals(table.id);
    Optional<ConstraintState> primaryKey = self ? primaryKeyOfOwn() : referenced.primaryKey();
    List<String> referencedColumns =
        key.referencedColumns().isEmpty()
            ? primaryKey.map(ConstraintState::columns).orElseGet(List::of)
            : Names.values(key.referencedColumns());
    String name = name(constraint, columns, "fkey");
    Optional<Reference> reference =
        edit.state()
            .table(referenced.id())
            .map(each -> new Reference(each.id(), referencedColumns));
    put(constraint, Kind.FOREIGN_KEY, name, columns, reference, Optional.empty());
  }

  private Optional<ConstraintState> primaryKeyOfOwn() {
    return table.constraints.values().stream()
        .filter(each -> each.kind() == Kind.PRIMARY_KEY)
        .findFirst();
  }

  private void put(
      Constraint constraint,
      Kind kind,
      String name,
      List<String> columns,
      Optional<Reference> references,
      Optional<Expression> condition) {
    table.constraints.putIfAbsent(
        name,
        new ConstraintState(
            name,
            kind,
            columns,
            !constraint.notValid() && !constraint.notEnforced(),
            !constraint.notEnforced(),
            references,
            condition,
            condition.map(Condition::of).map(Condition::notNullColumns).orElseGet(Set::of),
            edit.unit()));
  }

  /** The integer that a serial type stands for, other types as they are. */
  static DataType storedType(DataType type) {
    String integer =
        switch (type.name()) {
          case "bigserial" -> "bigint";
          case "smallserial" -> "smallint";
          default -> "integer";
        };
    return type.isSerial()
        ? new DataType(
            integer, type.schema(), type.modifiers(), type.array(), type.text(), type.span())
        : type;
  }
}
