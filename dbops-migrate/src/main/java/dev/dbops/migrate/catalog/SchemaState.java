package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known of a schema after some statements, without a server. Immutable and thread-safe: a
 * state that was read stays as it is, whatever is replayed after it; see {@link SchemaReplay}.
 *
 * <p>It knows what the statements said, no more: a table that they never named is not here, and of
 * one that they only altered it knows what they told ({@link TableState#complete()}). Names without
 * a schema are looked for along the search path, as the server does.
 */
public final class SchemaState {
  final Relations relations;
  final TypesAndRoutines others;
  final Session session;

  SchemaState(Relations relations, TypesAndRoutines others, Session session) {
    this.relations = relations;
    this.others = others;
    this.session = session;
  }

  /** A state that knows nothing. */
  public static SchemaState empty() {
    return new SchemaState(
        Relations.NONE, TypesAndRoutines.NONE, Session.withDefaultSchema("public"));
  }

  /** A table, a view or a materialized view. */
  public Optional<TableState> table(QualifiedName name) {
    return relations.find(resolve(name));
  }

  public Optional<TableState> table(ObjectName name) {
    return relations.find(name);
  }

  public Optional<TableState> table(RelationId id) {
    return relations.tables().get(id);
  }

  /** All tables and views. */
  public List<TableState> tables() {
    return relations.tables().values();
  }

  public Optional<ColumnState> column(QualifiedName table, String column) {
    return table(table).flatMap(found -> found.column(column));
  }

  public Optional<IndexState> index(QualifiedName name) {
    return tableOfIndex(name).flatMap(table -> table.index(name.value()));
  }

  /** The table that an index is on. */
  public Optional<TableState> tableOfIndex(QualifiedName index) {
    return relations.findByIndex(lookUp(index, relations::isIndex));
  }

  public Optional<DomainState> domain(QualifiedName name) {
    return others.domains().get(lookUp(name, others.domains()::containsKey));
  }

  /** The domain that a type is; empty for other types, and for arrays of domains. */
  public Optional<DomainState> domain(DataType type) {
    return type.array()
        ? Optional.empty()
        : others.domains().get(lookUp(type.schema(), type.name(), others.domains()::containsKey));
  }

  public Optional<EnumState> enumType(QualifiedName name) {
    return others.enums().get(lookUp(name, others.enums()::containsKey));
  }

  /** The enum that a type is. */
  public Optional<EnumState> enumType(DataType type) {
    return type.array()
        ? Optional.empty()
        : others.enums().get(lookUp(type.schema(), type.name(), others.enums()::containsKey));
  }

  /** The user's own functions and procedures of a name. */
  public Optional<FunctionState> function(QualifiedName name) {
    return others.functions().get(lookUp(name, others.functions()::containsKey));
  }

  /** The user's own functions and procedures of a name. */
  public Optional<FunctionState> function(Optional<String> schema, String name) {
    return others.functions().get(lookUp(schema, name, others.functions()::containsKey));
  }

  public boolean hasSequence(QualifiedName name) {
    return others.sequences().containsKey(lookUp(name, others.sequences()::containsKey));
  }

  /** The publications that send a table's changes to subscribers. */
  public List<PublicationState> publicationsOf(TableState table) {
    return others.publications().values().stream().filter(each -> each.publishes(table)).toList();
  }

  /**
   * Whether a table or view was made by what is run at once with the next statement: by the same
   * changeset or file, or by another of the same deploy. Nobody else uses it yet. Temporary tables
   * always are.
   */
  public boolean isNew(QualifiedName table) {
    return table(table).map(this::isNew).orElse(false);
  }

  public boolean isNew(TableState table) {
    return table.isTemporary() || table.createdIn() == session.unit();
  }

  /** As {@link #isNew}, of a column; the columns of a new table are new. */
  public boolean isNewColumn(QualifiedName table, String column) {
    return table(table)
        .filter(
            found ->
                isNew(found)
                    || found
                        .column(column)
                        .filter(each -> each.createdIn() == session.unit())
                        .isPresent())
        .isPresent();
  }

  /** As {@link #isNew}, of a column; the columns of a new table are new. */
  public boolean isNew(TypeUse use) {
    return isNew(use.table()) || use.column().createdIn() == session.unit();
  }

  /** As {@link #isNew}, of an index; the indexes of a new table are new. */
  public boolean isNewIndex(QualifiedName index) {
    return tableOfIndex(index)
        .filter(
            found ->
                isNew(found)
                    || found
                        .index(index.value())
                        .filter(each -> each.createdIn() == session.unit())
                        .isPresent())
        .isPresent();
  }

  public boolean isNew(DomainState domain) {
    return domain.createdIn() == session.unit();
  }

  public boolean isNew(EnumState type) {
    return type.createdIn() == session.unit();
  }

  /** The default that a domain gives to columns: its own, or that of the one below it. */
  public Optional<Expression> defaultOf(DataType type) {
    return domain(type).flatMap(domain -> domain.defaultValue().or(() -> defaultOf(domain.base())));
  }

  /** See {@link TableState#hasValidatedNotNullCheck}. */
  public boolean hasValidatedNotNullCheck(QualifiedName table, String column) {
    return table(table).filter(found -> found.hasValidatedNotNullCheck(column)).isPresent();
  }

  /**
   * Whether a label was added to an enum by the transaction that is still open, so that it cannot
   * be used yet.
   */
  public boolean isUncommitted(EnumState type, String label) {
    return session.inTransaction()
        && type.addedIn().getOrDefault(label, 0) == session.transaction();
  }

  /** The foreign keys of other tables, and of its own, that refer to a table. */
  public List<ForeignKeyState> foreignKeysTo(TableState table) {
    List<ForeignKeyState> keys = new ArrayList<>();
    for (TableState dependent : relations.dependentsOf(table.id())) {
      for (ForeignKeyState key : foreignKeysOf(dependent)) {
        if (key.referenced().id().equals(table.id())) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  /** The foreign keys that a table has. */
  public List<ForeignKeyState> foreignKeysOf(TableState table) {
    List<ForeignKeyState> keys = new ArrayList<>();
    for (ConstraintState constraint : table.constraints().values()) {
      constraint
          .references()
          .flatMap(reference -> table(reference.table()))
          .ifPresent(referenced -> keys.add(new ForeignKeyState(table, constraint, referenced)));
    }
    return keys;
  }

  /** The foreign keys that have a column of a table at one of their ends. */
  public List<ForeignKeyState> foreignKeysWith(TableState table, String column) {
    Stream<ForeignKeyState> ofOthers =
        foreignKeysTo(table).stream().filter(key -> !key.table().id().equals(table.id()));
    return Stream.concat(foreignKeysOf(table).stream(), ofOthers)
        .filter(key -> key.uses(table, column))
        .toList();
  }

  /** The table that a partition belongs to. */
  public Optional<TableState> partitionedParent(TableState partition) {
    return partition.inheritance().partitionOf().flatMap(this::table);
  }

  /** The partitions of a table, not those of its partitions. */
  public List<TableState> partitions(TableState table) {
    return relations.childrenOf(table.id()).stream()
        .filter(each -> each.inheritance().partitionOf().filter(table.id()::equals).isPresent())
        .toList();
  }

  /** The partition that takes the rows which no other takes. */
  public Optional<TableState> defaultPartition(TableState table) {
    return partitions(table).stream()
        .filter(each -> each.inheritance().bound().filter(bound -> bound.isDefault()).isPresent())
        .findFirst();
  }

  /**
   * The tables that get their columns from a table: its partitions and those that inherit from it.
   */
  public List<TableState> children(TableState table) {
    return relations.childrenOf(table.id());
  }

  /** The views and materialized views that read a table. */
  public List<TableState> viewsOver(TableState table) {
    return relations.dependentsOf(table.id()).stream()
        .filter(
            each -> each.query().filter(query -> query.reads().contains(table.id())).isPresent())
        .toList();
  }

  /**
   * The views that may use a column, so that its type cannot be changed and it cannot be dropped
   * without {@code CASCADE}.
   */
  public List<TableState> viewsOver(TableState table, String column) {
    return viewsOver(table).stream()
        .filter(each -> each.query().filter(query -> query.mayUse(column)).isPresent())
        .toList();
  }

  /** The full name of the table, view or index that a name means here. */
  public ObjectName resolve(QualifiedName name) {
    return lookUp(name, relations::isTaken);
  }

  /** What a statement makes of this state; what a {@code DO} block may do counts as done. */
  public SchemaState after(Statement statement) {
    return statement.accept(new StatementReplay(this));
  }

  /** The schemas that names without a schema are looked for in. */
  public List<String> searchPath() {
    return session.searchPath();
  }

  /** The time zone that the statements set, as they write it; empty where they set none. */
  public Optional<String> timeZone() {
    return session.current().timeZone();
  }

  /** Whether {@code lock_timeout} bounds the time for which the next statement waits for a lock. */
  public boolean hasLockTimeout() {
    return session.current().lockTimeout();
  }

  /** Whether the next statement runs in a transaction with the one before. */
  public boolean inTransaction() {
    return session.inTransaction();
  }

  SchemaState with(Relations other) {
    return new SchemaState(other, others, session);
  }

  SchemaState with(TypesAndRoutines other) {
    return new SchemaState(relations, other, session);
  }

  SchemaState with(Session other) {
    return new SchemaState(relations, others, other);
  }

  /** The name under which an object is created. */
  ObjectName nameOfNew(QualifiedName name) {
    return new ObjectName(
        name.schemaValue().orElseGet(() -> session.searchPath().get(0)), name.value());
  }

  ObjectName lookUp(QualifiedName name, Predicate<ObjectName> exists) {
    return lookUp(name.schemaValue(), name.value(), exists);
  }

  ObjectName lookUp(Optional<String> schema, String name, Predicate<ObjectName> exists) {
    if (schema.isPresent()) {
      return new ObjectName(schema.get(), name);
    }
    ObjectName temporary = new ObjectName(ObjectName.TEMPORARY, name);
    if (exists.test(temporary)) {
      return temporary;
    }
    for (String each : session.searchPath()) {
      ObjectName candidate = new ObjectName(each, name);
      if (exists.test(candidate)) {
        return candidate;
      }
    }
    return new ObjectName(session.searchPath().get(0), name);
  }
}
