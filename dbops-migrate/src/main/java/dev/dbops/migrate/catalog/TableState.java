package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.AlterTableAction.ReplicaIdentity;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.PartitionBound;
import dev.dbops.migrate.sql.Persistence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table or view, as far as the statements tell. Immutable.
 *
 * @param complete whether its creation was seen with all columns, so that a column that is not here
 *     does not exist; {@code false} where only later statements name the table
 * @param createdIn the unit that made it, for {@link SchemaState#isNew}; 0 where it was there
 *     before
 * @param columns by name, in their order
 * @param constraints by name, in the order of their creation
 * @param indexes by name, in the order of their creation
 * @param triggers their names
 * @param query of a view
 */
public record TableState(
    RelationId id,
    ObjectName name,
    Kind kind,
    Persistence persistence,
    boolean complete,
    int createdIn,
    Map<String, ColumnState> columns,
    Map<String, ConstraintState> constraints,
    Map<String, IndexState> indexes,
    Set<String> triggers,
    ReplicaIdentity.Kind replicaIdentity,
    Inheritance inheritance,
    Optional<ViewQuery> query) {

  /** What sort of relation it is. */
  public enum Kind {
    TABLE,
    FOREIGN_TABLE,
    VIEW,
    MATERIALIZED_VIEW
  }

  /**
   * Where a table stands among others.
   *
   * @param partitionKey how it is partitioned, as it is written, if it is
   * @param partitionOf the table that it is a partition of
   * @param bound the rows that it takes as a partition
   * @param inherits the tables that it inherits from without being a partition
   */
  public record Inheritance(
      Optional<Expression> partitionKey,
      Optional<RelationId> partitionOf,
      Optional<PartitionBound> bound,
      List<RelationId> inherits) {
    static final Inheritance NONE =
        new Inheritance(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Inheritance {
      inherits = List.copyOf(inherits);
    }
  }

  public TableState {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    constraints = Collections.unmodifiableMap(new LinkedHashMap<>(constraints));
    indexes = Collections.unmodifiableMap(new LinkedHashMap<>(indexes));
    triggers = Set.copyOf(triggers);
  }

  /** A table of which only the name is known. */
  static TableState unknown(RelationId id, ObjectName name) {
    return new TableState(
        id,
        name,
        Kind.TABLE,
        Persistence.PERMANENT,
        false,
        0,
        Map.of(),
        Map.of(),
        Map.of(),
        Set.of(),
        ReplicaIdentity.Kind.DEFAULT,
        Inheritance.NONE,
        Optional.empty());
  }

  public Optional<ColumnState> column(String column) {
    return Optional.ofNullable(columns.get(column));
  }

  public Optional<ConstraintState> constraint(String constraint) {
    return Optional.ofNullable(constraints.get(constraint));
  }

  public Optional<IndexState> index(String index) {
    return Optional.ofNullable(indexes.get(index));
  }

  public List<ConstraintState> constraints(ConstraintState.Kind wanted) {
    return constraints.values().stream().filter(each -> each.kind() == wanted).toList();
  }

  public Optional<ConstraintState> primaryKey() {
    return constraints(ConstraintState.Kind.PRIMARY_KEY).stream().findFirst();
  }

  /** The foreign keys of some columns, in this order, to a table. */
  public List<ConstraintState> foreignKeys(List<String> ofColumns, RelationId referenced) {
    return constraints(ConstraintState.Kind.FOREIGN_KEY).stream()
        .filter(key -> key.columns().equals(ofColumns))
        .filter(key -> key.references().filter(to -> to.table().equals(referenced)).isPresent())
        .toList();
  }

  /** The indexes that use a column: as a key, an included column or in an expression. */
  public List<IndexState> indexesOn(String column) {
    return indexes.values().stream().filter(index -> index.uses(column)).toList();
  }

  /** Whether rows live in its partitions. */
  public boolean isPartitioned() {
    return inheritance.partitionKey().isPresent();
  }

  public boolean isPartition() {
    return inheritance.partitionOf().isPresent();
  }

  public boolean isTemporary() {
    return persistence == Persistence.TEMPORARY;
  }

  public boolean isView() {
    return kind == Kind.VIEW || kind == Kind.MATERIALIZED_VIEW;
  }

  /** Whether a column is known to hold no NULL because it is declared so. */
  public boolean isNotNull(String column) {
    return column(column).filter(ColumnState::notNull).isPresent();
  }

  /**
   * Whether a validated check allows no NULL in a column, so that {@code SET NOT NULL} need not
   * scan the table (PostgreSQL 12 and newer).
   */
  public boolean hasValidatedNotNullCheck(String column) {
    return hasValidatedNotNullCheck(column, Set.of());
  }

  /** The same without some constraints, which are given by name. */
  public boolean hasValidatedNotNullCheck(String column, Set<String> without) {
    return constraints.values().stream()
        .filter(each -> each.validated() && each.enforced() && !without.contains(each.name()))
        .anyMatch(each -> each.impliesNotNull().contains(column));
  }
}
