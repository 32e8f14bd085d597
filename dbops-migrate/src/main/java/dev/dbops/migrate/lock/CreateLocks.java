package dev.dbops.migrate.lock;

import static dev.dbops.migrate.lock.LockMode.ACCESS_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.ACCESS_SHARE;
import static dev.dbops.migrate.lock.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterObject;
import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.CreatePublication;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.CreateTableAs;
import dev.dbops.migrate.sql.CreateTrigger;
import dev.dbops.migrate.sql.CreateView;
import dev.dbops.migrate.sql.DefineOnTable;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The locks on existing tables of what is created beside them, and of ALTER of other objects. */
record CreateLocks(EffectList effects) {
  private static final int PARTITIONS_HAVE_TRIGGERS = 11;
  private static final int COPIES_ARE_RENAMED = 15;

  void add(CreateTable statement) {
    if (isSkipped(statement.name(), statement.ifNotExists())) {
      return;
    }
    statement.like().forEach(like -> effects.add(like.table(), ACCESS_SHARE, statement.span()));
    statement
        .inherits()
        .forEach(table -> effects.add(table, SHARE_UPDATE_EXCLUSIVE, statement.span()));
    statement.partitionOf().ifPresent(parent -> partition(parent, statement));
    for (Constraint.ForeignKey key : keys(statement)) {
      effects.addFamily(key.referenced(), SHARE_ROW_EXCLUSIVE, Set.of(), statement.span());
    }
  }

  /**
   * The lock on the parent keeps others from adding a partition, and readers from an old list of
   * them; the default partition may hold rows that belong to the new one.
   */
  private void partition(QualifiedName parent, CreateTable statement) {
    effects.add(parent, ACCESS_EXCLUSIVE, statement.span());
    effects
        .before()
        .table(parent)
        .ifPresent(
            table -> {
              effects
                  .before()
                  .defaultPartition(table)
                  .ifPresent(
                      rest ->
                          effects.addFamily(
                              rest.name(), ACCESS_EXCLUSIVE, Set.of(Work.SCAN), statement.span()));
              effects.addReferencing(table, statement.span());
              effects
                  .before()
                  .foreignKeysOf(table)
                  .forEach(
                      key ->
                          effects.addFamily(
                              key.referenced().name(),
                              SHARE_ROW_EXCLUSIVE,
                              Set.of(),
                              statement.span()));
            });
  }

  private static List<Constraint.ForeignKey> keys(CreateTable statement) {
    List<Constraint> all = new ArrayList<>(statement.constraints());
    statement.columns().stream().map(ColumnDefinition::constraints).forEach(all::addAll);
    return all.stream()
        .map(Constraint::definition)
        .filter(Constraint.ForeignKey.class::isInstance)
        .map(Constraint.ForeignKey.class::cast)
        .toList();
  }

  void add(CreateTrigger statement) {
    ObjectName table = effects.before().resolve(statement.table());
    boolean descends =
        effects.version() >= PARTITIONS_HAVE_TRIGGERS
            && effects.before().table(table).filter(TableState::isPartitioned).isPresent();
    for (ObjectName member : effects.family(table, !descends)) {
      effects.add(member, SHARE_ROW_EXCLUSIVE, statement.span());
    }
    statement.referenced().ifPresent(other -> effects.add(other, ACCESS_SHARE, statement.span()));
  }

  /** Partitions have copies of a trigger, which are renamed with it. */
  void add(DefineOnTable statement) {
    ObjectName table = effects.before().resolve(statement.table());
    boolean descends =
        statement.kind() == ObjectKind.TRIGGER
            && effects.version() >= COPIES_ARE_RENAMED
            && effects.before().table(table).filter(TableState::isPartitioned).isPresent();
    for (ObjectName member : effects.family(table, !descends)) {
      effects.add(member, ACCESS_EXCLUSIVE, statement.span());
    }
  }

  void add(CreateView statement) {
    boolean runs = statement.materialized() && statement.withData();
    reads(
        statement.tables(),
        runs && !isSkipped(statement.name(), statement.ifNotExists()),
        statement.span());
  }

  void add(CreateTableAs statement) {
    boolean skipped = isSkipped(statement.name(), statement.ifNotExists());
    reads(statement.tables(), statement.withData() && !skipped, statement.span());
  }

  /** The query is looked at in any case. */
  private void reads(List<QualifiedName> tables, boolean runs, Span span) {
    new QueryReads(effects, span).add(tables, runs);
  }

  private boolean isSkipped(QualifiedName name, boolean ifNotExists) {
    return ifNotExists && effects.before().table(name).isPresent();
  }

  void add(CreatePublication statement) {
    statement
        .tables()
        .forEach(table -> effects.add(table, SHARE_UPDATE_EXCLUSIVE, statement.span()));
  }

  void add(AlterObject statement) {
    if (statement.kind() == ObjectKind.MATERIALIZED_VIEW) {
      effects.add(statement.object(), ACCESS_EXCLUSIVE, statement.span());
    }
  }
}
