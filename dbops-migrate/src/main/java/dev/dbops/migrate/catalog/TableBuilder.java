package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.AlterTableAction.ReplicaIdentity;
import dev.dbops.migrate.sql.PartitionBound;
import dev.dbops.migrate.sql.Persistence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A table in the making: what statements change until it is {@linkplain #build() a state} again.
 */
final class TableBuilder {
  final RelationId id;
  ObjectName name;
  TableState.Kind kind;
  Persistence persistence;
  boolean complete;
  int createdIn;
  final Map<String, ColumnState> columns;
  final Map<String, ConstraintState> constraints;
  final Map<String, IndexState> indexes;
  final Set<String> triggers;
  ReplicaIdentity.Kind replicaIdentity;
  TableState.Inheritance inheritance;
  Optional<ViewQuery> query;

  TableBuilder(TableState table) {
    id = table.id();
    name = table.name();
    kind = table.kind();
    persistence = table.persistence();
    complete = table.complete();
    createdIn = table.createdIn();
    columns = new LinkedHashMap<>(table.columns());
    constraints = new LinkedHashMap<>(table.constraints());
    indexes = new LinkedHashMap<>(table.indexes());
    triggers = new LinkedHashSet<>(table.triggers());
    replicaIdentity = table.replicaIdentity();
    inheritance = table.inheritance();
    query = table.query();
  }

  TableState build() {
    return new TableState(
        id,
        name,
        kind,
        persistence,
        complete,
        createdIn,
        columns,
        constraints,
        indexes,
        triggers,
        replicaIdentity,
        inheritance,
        query);
  }

  /** Changes a column; of one that no statement named so far, only that is known. */
  void column(String column, UnaryOperator<ColumnState> change) {
    ColumnState before = columns.getOrDefault(column, ColumnState.unknown(column));
    columns.put(column, change.apply(before));
  }

  void addPartitioning(Optional<RelationId> parent, Optional<PartitionBound> bound) {
    inheritance =
        new TableState.Inheritance(
            inheritance.partitionKey(), parent, bound, inheritance.inherits());
  }

  void addParent(RelationId parent) {
    List<RelationId> parents = new ArrayList<>(inheritance.inherits());
    parents.add(parent);
    inherit(parents);
  }

  void removeParent(RelationId parent) {
    List<RelationId> parents = new ArrayList<>(inheritance.inherits());
    parents.remove(parent);
    inherit(parents);
  }

  private void inherit(List<RelationId> parents) {
    inheritance =
        new TableState.Inheritance(
            inheritance.partitionKey(), inheritance.partitionOf(), inheritance.bound(), parents);
  }

  void renameColumn(String from, String to) {
    renameKey(columns, from, to, column -> column.withName(to));
    constraints.replaceAll((key, constraint) -> constraint.withColumnRenamed(from, to));
    indexes.replaceAll((key, index) -> index.withColumnRenamed(from, to));
  }

  /** Gives a constraint another name, and the index behind it. */
  void renameConstraint(String from, String to) {
    renameKey(constraints, from, to, constraint -> constraint.withName(to));
    if (indexes.containsKey(from)
        && constraints.containsKey(to)
        && constraints.get(to).hasIndex()) {
      renameKey(indexes, from, to, index -> index.withName(to).withConstraint(Optional.of(to)));
    }
  }

  /** Gives an index another name, and the constraint that it belongs to. */
  void renameIndex(String from, String to) {
    if (constraints.containsKey(from) && constraints.get(from).hasIndex()) {
      renameConstraint(from, to);
    } else {
      renameKey(indexes, from, to, index -> index.withName(to));
    }
  }

  void dropConstraint(String constraint) {
    ConstraintState dropped = constraints.remove(constraint);
    if (dropped != null && dropped.hasIndex()) {
      indexes.remove(constraint);
    } else if (dropped != null && dropped.kind() == ConstraintState.Kind.NOT_NULL) {
      dropped.columns().forEach(each -> column(each, column -> column.withNotNull(false)));
    }
  }

  void dropIndex(String index) {
    IndexState dropped = indexes.remove(index);
    if (dropped != null) {
      dropped.constraint().ifPresent(constraints::remove);
    }
  }

  /** Renames a key of a map that keeps its order. */
  private static <V> void renameKey(
      Map<String, V> map, String from, String to, UnaryOperator<V> rename) {
    if (!map.containsKey(from) || map.containsKey(to)) {
      return;
    }
    Map<String, V> renamed = new LinkedHashMap<>();
    map.forEach(
        (key, value) ->
            renamed.put(
                key.equals(from) ? to : key, key.equals(from) ? rename.apply(value) : value));
    map.clear();
    map.putAll(renamed);
  }
}
