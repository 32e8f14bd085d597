package dev.dbops.migrate.lock;

import static dev.dbops.migrate.lock.LockMode.ACCESS_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.ACCESS_SHARE;
import static dev.dbops.migrate.lock.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.dbops.migrate.catalog.ForeignKeyState;
import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTableAction.AttachPartition;
import dev.dbops.migrate.sql.AlterTableAction.DetachPartition;
import dev.dbops.migrate.sql.AlterTableAction.Inherit;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The locks and the work of ATTACH PARTITION, DETACH PARTITION and INHERIT. */
record PartitionLocks(EffectList effects, AlteredTable table) {
  private static final int WEAKER_ATTACH = 12;
  private static final int STRONGER_DETACH = 14;
  private static final int STRONGER_KEY = 12;
  private static final Set<Work> SCAN = Set.of(Work.SCAN);

  void add(AttachPartition attach) {
    SchemaState before = effects.before();
    LockMode mode = effects.version() >= WEAKER_ATTACH ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
    table.add(mode, Set.of(), attach.span());
    Optional<TableState> parent = table.known();
    Optional<TableState> partition = before.table(attach.partition());
    Optional<PartitionCheck> check =
        parent.flatMap(known -> PartitionCheck.of(known, attach.bound()));
    boolean implied = check.isPresent() && partition.filter(check.get()::isImpliedBy).isPresent();
    boolean scanned = !implied && (!attach.bound().isDefault() || !siblings().isEmpty());
    Set<Work> work = EnumSet.noneOf(Work.class);
    work.addAll(EffectList.work(scanned || lacksKey(parent, partition), Work.SCAN));
    work.addAll(EffectList.work(lacksIndex(attach.partition()), Work.INDEX_BUILD));
    effects.addFamily(attach.partition(), ACCESS_EXCLUSIVE, work, attach.span());
    parent
        .flatMap(before::defaultPartition)
        .ifPresent(
            rest -> {
              boolean excluded = check.filter(each -> each.isExcludedBy(rest)).isPresent();
              effects.addFamily(
                  rest.name(), ACCESS_EXCLUSIVE, excluded ? Set.of() : SCAN, attach.span());
            });
    parent.ifPresent(known -> keys(known, partition, attach));
  }

  /** The rows of a partition are checked by every foreign key that it does not have yet. */
  private boolean lacksKey(Optional<TableState> parent, Optional<TableState> partition) {
    return parent.stream()
        .flatMap(each -> effects.before().foreignKeysOf(each).stream())
        .anyMatch(key -> !has(partition, key));
  }

  private static boolean has(Optional<TableState> partition, ForeignKeyState key) {
    return partition.filter(each -> EffectList.hasSameKey(each, key.constraint())).isPresent();
  }

  /** A key that the partition brings along loses its triggers on the referenced table. */
  private void keys(TableState parent, Optional<TableState> partition, AttachPartition attach) {
    LockMode added = effects.version() >= STRONGER_KEY ? SHARE_ROW_EXCLUSIVE : LockMode.ROW_SHARE;
    for (ForeignKeyState key : effects.before().foreignKeysOf(parent)) {
      LockMode mode = has(partition, key) ? ACCESS_EXCLUSIVE : added;
      effects.addFamily(key.referenced().name(), mode, Set.of(), attach.span());
    }
    effects.addReferencing(parent, attach.span());
  }

  /** The server builds the indexes of the parent that the new partition does not bring along. */
  private boolean lacksIndex(QualifiedName partition) {
    List<IndexState> brought =
        effects.before().table(partition).stream()
            .flatMap(each -> each.indexes().values().stream())
            .toList();
    return table.known().stream()
        .flatMap(parent -> parent.indexes().values().stream())
        .anyMatch(index -> brought.stream().noneMatch(other -> isAlike(index, other)));
  }

  private static boolean isAlike(IndexState index, IndexState other) {
    return index.keys().equals(other.keys())
        && index.unique() == other.unique()
        && index.method().equals(other.method())
        && index.isPartial() == other.isPartial();
  }

  private List<TableState> siblings() {
    return table.known().map(effects.before()::partitions).orElse(List.of());
  }

  void add(DetachPartition detach) {
    boolean weak = detach.concurrently() || detach.finalizing();
    table.add(weak ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE, Set.of(), detach.span());
    boolean strong = effects.version() >= STRONGER_DETACH;
    effects.add(
        detach.partition(), strong ? ACCESS_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE, detach.span());
    if (!weak) {
      table
          .known()
          .flatMap(effects.before()::defaultPartition)
          .ifPresent(rest -> effects.add(rest.name(), ACCESS_EXCLUSIVE, detach.span()));
    }
    if (!detach.finalizing()) {
      effects.before().table(detach.partition()).ifPresent(part -> keysOf(part, detach));
    }
  }

  /** Its foreign keys become its own and get triggers of their own on the referenced tables. */
  private void keysOf(TableState partition, DetachPartition detach) {
    for (ForeignKeyState key : effects.before().foreignKeysOf(partition)) {
      if (effects.isInherited(partition, key.constraint())) {
        effects.add(key.referenced().name(), SHARE_ROW_EXCLUSIVE, detach.span());
      }
    }
  }

  void add(Inherit inherit) {
    table.add(ACCESS_EXCLUSIVE, Set.of(), inherit.span());
    LockMode mode = inherit.inherit() ? SHARE_UPDATE_EXCLUSIVE : ACCESS_SHARE;
    effects.add(inherit.parent(), mode, inherit.span());
  }
}
