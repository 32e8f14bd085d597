package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.DomainState;
import dev.dbops.migrate.catalog.DomainUse;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.AlterDomain;
import dev.dbops.migrate.sql.DomainAction;
import java.util.Optional;
import java.util.Set;

/** The locks that ALTER DOMAIN takes on the tables that have columns of the domain. */
record DomainLocks(EffectList effects) {

  void add(AlterDomain statement) {
    SchemaState before = effects.before();
    Optional<DomainState> domain = before.domain(statement.domain());
    if (domain.filter(each -> checksRows(statement.action(), each)).isEmpty()) {
      return;
    }
    for (DomainUse use : DomainUse.of(domain.get(), before)) {
      effects.add(use.table().name(), LockMode.SHARE, Set.of(Work.SCAN), statement.action().span());
    }
  }

  private static boolean checksRows(DomainAction action, DomainState domain) {
    if (action instanceof DomainAction.AddConstraint add) {
      return !add.constraint().notValid();
    }
    return action instanceof DomainAction.ValidateConstraint
        || (action instanceof DomainAction.SetNotNull && !domain.notNull());
  }
}
