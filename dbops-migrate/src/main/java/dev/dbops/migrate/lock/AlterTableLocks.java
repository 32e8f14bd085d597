package dev.dbops.migrate.lock;

import static dev.dbops.migrate.lock.LockMode.ACCESS_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.Persistence;
import java.util.Set;

/** The locks of ALTER TABLE, sub-command by sub-command. */
final class AlterTableLocks {
  private static final int TRIGGERS_OF_PARTITIONS = 11;
  private static final int NOT_NULL_IS_A_CONSTRAINT = 18;

  private final EffectList effects;
  private final AlteredTable table;
  private final ColumnLocks columns;
  private final ConstraintLocks constraints;
  private final PartitionLocks partitions;

  AlterTableLocks(EffectList effects, AlterTable statement) {
    this.effects = effects;
    this.table = AlteredTable.of(statement, effects);
    this.columns = new ColumnLocks(effects, table);
    this.constraints = new ConstraintLocks(effects, table);
    this.partitions = new PartitionLocks(effects, table);
  }

  void addAll() {
    AlterTable statement = table.statement();
    boolean missing = statement.ifExists() && table.known().isEmpty();
    boolean isTable =
        statement.kind() == ObjectKind.TABLE || statement.kind() == ObjectKind.FOREIGN_TABLE;
    if (missing || !isTable) {
      return;
    }
    statement.actions().forEach(this::add);
  }

  private void add(AlterTableAction action) {
    if (action instanceof AlterTableAction.AddColumn add) {
      columns.add(add);
    } else if (action instanceof AlterTableAction.AlterColumnType change) {
      columns.add(change);
    } else if (action instanceof AlterTableAction.SetNotNull set) {
      columns.add(set);
    } else if (action instanceof AlterTableAction.SetExpression set) {
      columns.add(set);
    } else if (action instanceof AlterTableAction.DropColumn drop) {
      columns.add(drop);
    } else if (action instanceof AlterTableAction.AddConstraint add) {
      constraints.add(add);
    } else if (action instanceof AlterTableAction.ValidateConstraint validate) {
      constraints.add(validate);
    } else if (action instanceof AlterTableAction.DropConstraint drop) {
      constraints.add(drop);
    } else if (action instanceof AlterTableAction.AlterConstraint alter) {
      constraints.add(alter);
    } else if (action instanceof AlterTableAction.AttachPartition attach) {
      partitions.add(attach);
    } else if (action instanceof AlterTableAction.DetachPartition detach) {
      partitions.add(detach);
    } else if (action instanceof AlterTableAction.Inherit inherit) {
      partitions.add(inherit);
    } else {
      addPlain(action);
    }
  }

  /** Sub-commands that lock the table, and perhaps its children, and do no work. */
  private void addPlain(AlterTableAction action) {
    LockMode mode = mode(action);
    Set<Work> work = EffectList.work(rewrites(action), Work.REWRITE);
    if (descends(action)) {
      table.addFamily(mode, work, action.span());
    } else {
      table.add(mode, work, action.span());
    }
  }

  private static LockMode mode(AlterTableAction action) {
    if (action instanceof AlterTableAction.TriggerState) {
      return SHARE_ROW_EXCLUSIVE;
    }
    if (action instanceof AlterTableAction.StorageParameters parameters) {
      return parameters.column().isEmpty() && parameters.text().contains("user_catalog_table")
          ? ACCESS_EXCLUSIVE
          : SHARE_UPDATE_EXCLUSIVE;
    }
    return action instanceof AlterTableAction.SetStatistics
            || action instanceof AlterTableAction.ClusterOn
        ? SHARE_UPDATE_EXCLUSIVE
        : ACCESS_EXCLUSIVE;
  }

  /** Persistence and access method that a table already has change nothing; few write that. */
  private boolean rewrites(AlterTableAction action) {
    if (action instanceof AlterTableAction.SetLogged set) {
      boolean logged =
          table
              .known()
              .map(known -> known.persistence() != Persistence.UNLOGGED)
              .orElse(!set.logged());
      return logged != set.logged();
    }
    return action instanceof AlterTableAction.SetTablespace
        || action instanceof AlterTableAction.SetAccessMethod;
  }

  /** Whether the sub-command goes on to partitions and to tables that inherit. */
  private boolean descends(AlterTableAction action) {
    if (action instanceof AlterTableAction.TriggerState) {
      return effects.version() >= TRIGGERS_OF_PARTITIONS && table.isPartitioned();
    }
    if (action instanceof AlterTableAction.StorageParameters parameters) {
      return parameters.column().isPresent();
    }
    if (action instanceof AlterTableAction.DropNotNull drop) {
      return effects.version() < NOT_NULL_IS_A_CONSTRAINT || isNotNull(drop.column());
    }
    return action instanceof AlterTableAction.SetDefault
        || action instanceof AlterTableAction.DropDefault
        || action instanceof AlterTableAction.SetStatistics
        || action instanceof AlterTableAction.SetStorage
        || action instanceof AlterTableAction.DropExpression
        || action instanceof AlterTableAction.RenameColumn
        || action instanceof AlterTableAction.RenameConstraint;
  }

  /** Where the column is not known, it may be. */
  private boolean isNotNull(Name column) {
    return table.column(column).map(ColumnState::notNull).orElse(true);
  }
}
