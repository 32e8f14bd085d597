package dev.dbops.migrate.lock;

import static dev.dbops.migrate.lock.LockMode.ACCESS_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AttachPartition;
import dev.dbops.migrate.sql.AlterTableAction.DetachPartition;
import dev.dbops.migrate.sql.AlterTableAction.Inherit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The locks and the work of ATTACH PARTITION, DETACH PARTITION and INHERIT. */
record PartitionLocks(EffectList effects, AlterTable statement) {
  private static final int WEAKER_ATTACH = 12;
  private static final Set<Work> SCAN = Set.of(Work.SCAN);

  private ObjectName table() {
    return effects.before().resolve(statement.table());
  }

  /** A check that implies the bound would spare the scan; whether one does is not judged. */
  void add(AttachPartition attach) {
    SchemaState before = effects.before();
    LockMode mode = effects.version() >= WEAKER_ATTACH ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
    effects.add(table(), mode, attach.span());
    Optional<TableState> rest = before.table(table()).flatMap(before::defaultPartition);
    boolean scanned = !attach.bound().isDefault() || !siblings().isEmpty();
    effects.addFamily(
        attach.partition(), ACCESS_EXCLUSIVE, EffectList.work(scanned, Work.SCAN), attach.span());
    rest.ifPresent(each -> effects.addFamily(each.name(), ACCESS_EXCLUSIVE, SCAN, attach.span()));
  }

  private List<TableState> siblings() {
    return effects.before().table(table()).map(effects.before()::partitions).orElse(List.of());
  }

  void add(DetachPartition detach) {
    boolean weak = detach.concurrently() || detach.finalizing();
    effects.add(table(), weak ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE, detach.span());
    effects.add(detach.partition(), ACCESS_EXCLUSIVE, detach.span());
    if (!weak) {
      SchemaState before = effects.before();
      before
          .table(table())
          .flatMap(before::defaultPartition)
          .ifPresent(rest -> effects.add(rest.name(), ACCESS_EXCLUSIVE, detach.span()));
    }
  }

  void add(Inherit inherit) {
    effects.add(table(), ACCESS_EXCLUSIVE, inherit.span());
    effects.add(inherit.parent(), SHARE_UPDATE_EXCLUSIVE, inherit.span());
  }
}
