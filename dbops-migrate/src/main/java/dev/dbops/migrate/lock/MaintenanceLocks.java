package dev.dbops.migrate.lock;

import static dev.dbops.migrate.lock.LockMode.ACCESS_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.dbops.migrate.sql.Analyze;
import dev.dbops.migrate.sql.Cluster;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.RefreshMaterializedView;
import dev.dbops.migrate.sql.Vacuum;
import java.util.Set;

/** The locks of VACUUM, ANALYZE, CLUSTER and REFRESH MATERIALIZED VIEW. */
record MaintenanceLocks(EffectList effects) {

  void add(Vacuum statement) {
    for (QualifiedName table : statement.tables()) {
      if (statement.full()) {
        effects.addFamily(table, ACCESS_EXCLUSIVE, Set.of(Work.REWRITE), statement.span());
      } else {
        effects.addFamily(table, SHARE_UPDATE_EXCLUSIVE, Set.of(), statement.span());
      }
    }
  }

  void add(Analyze statement) {
    for (QualifiedName table : statement.tables()) {
      effects.addFamily(table, SHARE_UPDATE_EXCLUSIVE, Set.of(), statement.span());
    }
  }

  void add(Cluster statement) {
    statement
        .table()
        .ifPresent(
            table ->
                effects.addFamily(table, ACCESS_EXCLUSIVE, Set.of(Work.REWRITE), statement.span()));
  }

  void add(RefreshMaterializedView statement) {
    LockMode mode = statement.concurrently() ? EXCLUSIVE : ACCESS_EXCLUSIVE;
    Work work = statement.concurrently() ? Work.SCAN : Work.REWRITE;
    effects.add(statement.view(), mode, Set.of(work), statement.span());
    if (statement.withData()) {
      effects
          .before()
          .table(statement.view())
          .ifPresent(new QueryReads(effects, statement.span())::addBehind);
    }
  }
}
