package dev.dbops.migrate.catalog;

import dev.dbops.migrate.catalog.ConstraintState.Kind;
import dev.dbops.migrate.sql.PartitionBound;
import java.util.List;
import java.util.Optional;

/** Gives partitions what their partitioned table has, as the server does. */
final class PartitionReplay {
  private final SchemaEdit edit;

  PartitionReplay(SchemaEdit edit) {
    this.edit = edit;
  }

  void attach(TableState parent, TableState partition, PartitionBound bound) {
    if (edit.mayInherit(partition.id(), parent.id())) {
      edit.change(
          partition.id(),
          table -> {
            table.addPartitioning(Optional.of(parent.id()), Optional.of(bound));
            completePartition(parent, table);
          });
    }
  }

  void detach(TableState parent, TableState partition) {
    boolean attached =
        partition.inheritance().partitionOf().filter(parent.id()::equals).isPresent();
    if (attached) {
      edit.change(
          partition.id(),
          table -> {
            table.addPartitioning(Optional.empty(), Optional.empty());
            table.indexes.replaceAll((name, index) -> index.withAttachedTo(Optional.empty()));
          });
    }
  }

  /** Adds all that a partition lacks when it becomes one. */
  void completePartition(TableState parent, TableBuilder partition) {
    completeConstraints(parent, partition);
    parent.indexes().values().forEach(index -> addIndex(parent, index, partition));
  }

  /** Adds the constraints that a partition lacks, with the indexes behind them. */
  void completeConstraints(TableState parent, TableBuilder partition) {
    for (ConstraintState constraint : parent.constraints().values()) {
      if (constraint.kind() == Kind.CHECK || constraint.kind() == Kind.FOREIGN_KEY) {
        boolean hasSame =
            partition.constraints.values().stream().anyMatch(own -> isSame(own, constraint));
        if (!hasSame) {
          partition.constraints.putIfAbsent(
              constraint.name(), constraint.withCreatedIn(edit.unit()));
        }
      }
    }
    parent.indexes().values().stream()
        .filter(index -> index.constraint().isPresent())
        .forEach(index -> addIndex(parent, index, partition));
  }

  /** Gives a partition its part of an index: one that it has and that fits, or a new one. */
  void addIndex(TableState parent, IndexState index, TableBuilder partition) {
    Optional<String> whole = Optional.of(index.name());
    if (partition.indexes.values().stream().anyMatch(each -> each.attachedTo().equals(whole))) {
      return;
    }
    Optional<IndexState> own =
        partition.indexes.values().stream()
            .filter(each -> each.attachedTo().isEmpty() && fits(each, index))
            .findFirst();
    if (own.isPresent()) {
      String name = own.get().name();
      partition.indexes.computeIfPresent(name, (key, each) -> each.withAttachedTo(whole));
      return;
    }
    Optional<ConstraintState> constraint = index.constraint().flatMap(parent::constraint);
    String name = nameOf(index, constraint, partition);
    partition.indexes.put(
        name,
        new IndexState(
            name,
            index.keys(),
            index.include(),
            index.method(),
            index.unique(),
            index.predicate(),
            constraint.map(each -> name),
            false,
            whole,
            edit.unit()));
    constraint.ifPresent(
        each -> partition.constraints.put(name, each.withName(name).withCreatedIn(edit.unit())));
    if (constraint.filter(each -> each.kind() == Kind.PRIMARY_KEY).isPresent()) {
      index.columns().forEach(each -> partition.column(each, column -> column.withNotNull(true)));
    }
  }

  private String nameOf(
      IndexState index, Optional<ConstraintState> constraint, TableBuilder partition) {
    ConstraintReplay names = new ConstraintReplay(edit, partition);
    Kind kind = constraint.map(ConstraintState::kind).orElse(Kind.CHECK);
    String label =
        switch (kind) {
          case PRIMARY_KEY -> "pkey";
          case UNIQUE -> "key";
          case EXCLUDE -> "excl";
          default -> "idx";
        };
    List<String> columns = kind == Kind.PRIMARY_KEY ? List.of() : IndexReplay.namingColumns(index);
    return DefaultNames.choose(partition.name.name(), columns, label, names::isTaken);
  }

  private static boolean isSame(ConstraintState own, ConstraintState inherited) {
    return own.kind() == inherited.kind()
        && own.columns().equals(inherited.columns())
        && own.references().equals(inherited.references())
        && (own.kind() == Kind.FOREIGN_KEY || own.name().equals(inherited.name()));
  }

  private static boolean fits(IndexState own, IndexState parent) {
    return own.keys().equals(parent.keys())
        && own.unique() == parent.unique()
        && own.method().equals(parent.method())
        && own.isPartial() == parent.isPartial()
        && (parent.constraint().isEmpty() || own.constraint().isPresent());
  }
}
