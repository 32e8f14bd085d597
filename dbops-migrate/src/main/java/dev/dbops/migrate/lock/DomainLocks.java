package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.DomainState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterDomain;
import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.DomainAction;
import java.util.Optional;
import java.util.Set;

/** The locks that ALTER DOMAIN takes on the tables that have columns of the domain. */
record DomainLocks(EffectList effects) {

  void add(AlterDomain statement) {
    if (!checksRows(statement.action())) {
      return;
    }
    SchemaState before = effects.before();
    Optional<DomainState> domain = before.domain(statement.domain());
    if (domain.isEmpty()) {
      return;
    }
    for (TableState table : before.tables()) {
      if (table.columns().values().stream().anyMatch(column -> uses(column, domain.get()))) {
        effects.add(table.name(), LockMode.SHARE, Set.of(Work.SCAN), statement.action().span());
      }
    }
  }

  private static boolean checksRows(DomainAction action) {
    if (action instanceof DomainAction.AddConstraint add) {
      return !add.constraint().notValid();
    }
    return action instanceof DomainAction.ValidateConstraint
        || action instanceof DomainAction.SetNotNull;
  }

  /** Whether a column is of the domain, or of a domain over it. */
  private boolean uses(ColumnState column, DomainState wanted) {
    Optional<DataType> type = column.type();
    while (type.isPresent()) {
      Optional<DomainState> domain = effects.before().domain(type.get());
      if (domain.filter(each -> each.name().equals(wanted.name())).isPresent()) {
        return true;
      }
      type = domain.map(DomainState::base);
    }
    return false;
  }
}
