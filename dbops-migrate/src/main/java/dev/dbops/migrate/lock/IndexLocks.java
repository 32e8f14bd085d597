package dev.dbops.migrate.lock;

import static dev.dbops.migrate.lock.LockMode.ACCESS_SHARE;
import static dev.dbops.migrate.lock.LockMode.SHARE;
import static dev.dbops.migrate.lock.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterIndex;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Reindex;
import java.util.Optional;
import java.util.Set;

/** The locks on tables of CREATE INDEX, ALTER INDEX and REINDEX. */
record IndexLocks(EffectList effects) {
  private static final Set<Work> BUILD = Set.of(Work.INDEX_BUILD);

  void add(CreateIndex statement) {
    ObjectName table = effects.before().resolve(statement.table());
    LockMode mode = statement.concurrently() ? SHARE_UPDATE_EXCLUSIVE : SHARE;
    boolean exists =
        statement.ifNotExists()
            && statement
                .name()
                .filter(name -> hasIndex(statement.table(), name.value()))
                .isPresent();
    if (exists) {
      effects.add(table, mode, statement.span());
      return;
    }
    for (ObjectName member : effects.family(table, statement.only() || !isPartitioned(table))) {
      effects.add(member, mode, BUILD, statement.span());
    }
  }

  private boolean hasIndex(QualifiedName table, String index) {
    return effects.before().table(table).flatMap(each -> each.index(index)).isPresent();
  }

  private boolean isPartitioned(ObjectName table) {
    return effects.before().table(table).filter(TableState::isPartitioned).isPresent();
  }

  void add(AlterIndex statement) {
    if (statement.kind() == AlterIndex.Kind.ATTACH_PARTITION) {
      effects
          .before()
          .tableOfIndex(statement.index())
          .ifPresent(table -> effects.add(table.name(), ACCESS_SHARE, statement.span()));
      statement
          .target()
          .flatMap(effects.before()::tableOfIndex)
          .ifPresent(table -> effects.add(table.name(), ACCESS_SHARE, statement.span()));
    }
  }

  void add(Reindex statement) {
    LockMode mode = statement.concurrently() ? SHARE_UPDATE_EXCLUSIVE : SHARE;
    if (statement.target().isEmpty() || statement.systemCatalogs()) {
      return;
    }
    QualifiedName target = statement.target().get();
    if (statement.kind() == ObjectKind.INDEX) {
      reindexIndex(target, mode, statement);
    } else if (statement.kind() == ObjectKind.TABLE) {
      boolean descends = effects.version() >= TransactionBlock.REINDEXES_PARTITIONED;
      for (ObjectName member : familyOfPartitioned(target, descends)) {
        effects.add(member, mode, BUILD, statement.span());
      }
    } else if (statement.kind() == ObjectKind.SCHEMA) {
      effects.before().tables().stream()
          .filter(table -> table.name().schema().equals(target.value()))
          .filter(table -> !table.indexes().isEmpty())
          .forEach(table -> effects.add(table.name(), mode, BUILD, statement.span()));
    }
  }

  private Iterable<ObjectName> familyOfPartitioned(QualifiedName table, boolean descends) {
    ObjectName name = effects.before().resolve(table);
    return effects.family(name, !(descends && isPartitioned(name)));
  }

  private void reindexIndex(QualifiedName index, LockMode mode, Reindex statement) {
    Optional<TableState> table = effects.before().tableOfIndex(index);
    if (table.isEmpty()) {
      return;
    }
    effects.add(table.get().name(), mode, BUILD, statement.span());
    reindexPartitions(table.get(), index.value(), mode, statement);
  }

  private void reindexPartitions(TableState table, String index, LockMode mode, Reindex statement) {
    for (TableState partition : effects.before().partitions(table)) {
      for (IndexState each : partition.indexes().values()) {
        if (each.attachedTo().filter(index::equals).isPresent()) {
          effects.add(partition.name(), mode, BUILD, statement.span());
          reindexPartitions(partition, each.name(), mode, statement);
        }
      }
    }
  }
}
