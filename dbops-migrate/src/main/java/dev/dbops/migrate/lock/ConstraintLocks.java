package dev.dbops.migrate.lock;

import static dev.dbops.migrate.lock.LockMode.ACCESS_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.ROW_SHARE;
import static dev.dbops.migrate.lock.LockMode.SHARE;
import static dev.dbops.migrate.lock.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.AlterTableAction.AlterConstraint;
import dev.dbops.migrate.sql.AlterTableAction.DropConstraint;
import dev.dbops.migrate.sql.AlterTableAction.ValidateConstraint;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The locks and the work of sub-commands of ALTER TABLE about constraints. */
record ConstraintLocks(EffectList effects, AlteredTable table) {
  private static final int DESCENDS_AT_FULL_STRENGTH = 18;

  /** From then on a partition's key need not be validated to become part of the whole's. */
  private static final int ADOPTS_NOT_VALID_KEYS = 18;

  void add(AddConstraint add) {
    Constraint constraint = add.constraint();
    boolean checked = !constraint.notValid() && !constraint.notEnforced();
    Constraint.Definition definition = constraint.definition();
    if (definition instanceof Constraint.ForeignKey key) {
      foreignKey(key, checked, add.span());
    } else if (definition instanceof Constraint.Unique unique) {
      index(unique.usingIndex().isEmpty(), Set.of(), add.span());
    } else if (definition instanceof Constraint.PrimaryKey key) {
      primaryKey(key, add.span());
    } else if (definition instanceof Constraint.Exclude) {
      index(true, Set.of(), add.span());
    } else if (definition instanceof Constraint.NotNull notNull) {
      notNull(notNull.column().stream().toList(), checked, add.span());
    } else {
      Set<Work> work = EffectList.work(checked, Work.SCAN);
      table.addFamily(ACCESS_EXCLUSIVE, work, add.span());
    }
  }

  private void foreignKey(Constraint.ForeignKey key, boolean checked, Span span) {
    effects.addFamily(key.referenced(), SHARE_ROW_EXCLUSIVE, Set.of(), span);
    for (ObjectName member : effects.family(table.name(), !table.isPartitioned())) {
      Optional<ConstraintState> own =
          member.equals(table.name()) ? Optional.empty() : sameKey(member, key);
      boolean proven = own.filter(ConstraintState::validated).isPresent();
      effects.add(
          member, SHARE_ROW_EXCLUSIVE, EffectList.work(checked && !proven, Work.SCAN), span);
      if (proven || (own.isPresent() && effects.version() >= ADOPTS_NOT_VALID_KEYS)) {
        // The triggers of the partition's own key make way for those of the whole.
        effects.add(effects.before().resolve(key.referenced()), ACCESS_EXCLUSIVE, span);
      }
    }
  }

  /** The key that a partition has already, which becomes part of the new one. */
  private Optional<ConstraintState> sameKey(ObjectName partition, Constraint.ForeignKey key) {
    List<String> columns = key.columns().stream().map(Name::value).toList();
    Optional<TableState> own = effects.before().table(partition);
    return effects
        .before()
        .table(key.referenced())
        .flatMap(
            to -> own.flatMap(each -> each.foreignKeys(columns, to.id()).stream().findFirst()));
  }

  private void index(boolean built, Set<Work> scan, Span span) {
    Set<Work> work = EnumSet.noneOf(Work.class);
    work.addAll(scan);
    work.addAll(EffectList.work(built, Work.INDEX_BUILD));
    table.add(ACCESS_EXCLUSIVE, work, span);
    boolean partitioned = table.isPartitioned();
    for (ObjectName child : children()) {
      boolean strong = effects.version() >= DESCENDS_AT_FULL_STRENGTH || !scan.isEmpty();
      if (partitioned || strong) {
        LockMode mode = strong ? ACCESS_EXCLUSIVE : SHARE;
        effects.add(child, mode, partitioned ? work : scan, span);
      }
    }
  }

  /** The partitions, which get the index too, and the tables that inherit, which get NOT NULL. */
  private List<ObjectName> children() {
    return table.family().stream().filter(member -> !member.equals(table.name())).toList();
  }

  /** The columns of a primary key become NOT NULL, which reads the rows where they are not yet. */
  private void primaryKey(Constraint.PrimaryKey key, Span span) {
    List<String> columns =
        key.usingIndex().isPresent()
            ? columnsOf(key.usingIndex().get())
            : key.columns().stream().map(Name::value).toList();
    boolean scan = columns.isEmpty() || columns.stream().anyMatch(this::mayBeNull);
    index(key.usingIndex().isEmpty(), EffectList.work(scan, Work.SCAN), span);
  }

  private List<String> columnsOf(QualifiedName index) {
    return table
        .known()
        .flatMap(each -> each.index(index.value()))
        .map(IndexState::columns)
        .orElse(List.of());
  }

  private boolean mayBeNull(String column) {
    return NotNullScan.isNeeded(table.statement(), table.known(), column, effects.version());
  }

  private void notNull(List<Name> columns, boolean checked, Span span) {
    boolean scan = checked && columns.stream().map(Name::value).anyMatch(this::mayBeNull);
    table.addFamily(ACCESS_EXCLUSIVE, EffectList.work(scan, Work.SCAN), span);
  }

  void add(ValidateConstraint validate) {
    Optional<ConstraintState> constraint = table.constraint(validate.constraint());
    boolean done = constraint.filter(ConstraintState::validated).isPresent();
    Set<Work> work = EffectList.work(!done, Work.SCAN);
    if (constraint.filter(each -> each.kind() == ConstraintState.Kind.FOREIGN_KEY).isPresent()) {
      table.add(SHARE_UPDATE_EXCLUSIVE, work, validate.span());
      if (!done) {
        constraint
            .flatMap(effects::referenced)
            .ifPresent(
                other -> effects.addFamily(other.name(), ROW_SHARE, Set.of(), validate.span()));
      }
      return;
    }
    if (done) {
      table.add(SHARE_UPDATE_EXCLUSIVE, work, validate.span());
    } else {
      table.addFamily(SHARE_UPDATE_EXCLUSIVE, work, validate.span());
    }
  }

  void add(DropConstraint drop) {
    table.addFamily(ACCESS_EXCLUSIVE, Set.of(), drop.span());
    Optional<ConstraintState> constraint = table.constraint(drop.constraint());
    constraint
        .flatMap(effects::referenced)
        .ifPresent(
            other -> effects.addFamily(other.name(), ACCESS_EXCLUSIVE, Set.of(), drop.span()));
    if (drop.cascade() && constraint.filter(ConstraintState::hasIndex).isPresent()) {
      table.known().stream()
          .flatMap(each -> effects.before().foreignKeysTo(each).stream())
          .forEach(key -> effects.add(key.table().name(), ACCESS_EXCLUSIVE, drop.span()));
    }
  }

  void add(AlterConstraint alter) {
    Optional<ConstraintState> constraint = table.constraint(alter.constraint());
    boolean changed =
        alter.enforced().isPresent()
            && constraint.filter(each -> each.enforced() == alter.enforced().get()).isEmpty();
    boolean checked = changed && alter.enforced().get();
    table.add(ACCESS_EXCLUSIVE, EffectList.work(checked, Work.SCAN), alter.span());
    if (changed) {
      LockMode mode = checked ? SHARE_ROW_EXCLUSIVE : ACCESS_EXCLUSIVE;
      constraint
          .flatMap(effects::referenced)
          .ifPresent(other -> effects.addFamily(other.name(), mode, Set.of(), alter.span()));
    }
  }
}
