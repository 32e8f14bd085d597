package dev.dbops.migrate.catalog;

import dev.dbops.migrate.catalog.ColumnState.Generation;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.AlterTableAction.AddIdentity;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.AlterTableAction.AlterConstraint;
import dev.dbops.migrate.sql.AlterTableAction.AttachPartition;
import dev.dbops.migrate.sql.AlterTableAction.DetachPartition;
import dev.dbops.migrate.sql.AlterTableAction.DropColumn;
import dev.dbops.migrate.sql.AlterTableAction.DropConstraint;
import dev.dbops.migrate.sql.AlterTableAction.DropDefault;
import dev.dbops.migrate.sql.AlterTableAction.DropExpression;
import dev.dbops.migrate.sql.AlterTableAction.DropIdentity;
import dev.dbops.migrate.sql.AlterTableAction.DropNotNull;
import dev.dbops.migrate.sql.AlterTableAction.Inherit;
import dev.dbops.migrate.sql.AlterTableAction.RenameColumn;
import dev.dbops.migrate.sql.AlterTableAction.RenameConstraint;
import dev.dbops.migrate.sql.AlterTableAction.RenameTable;
import dev.dbops.migrate.sql.AlterTableAction.ReplicaIdentity;
import dev.dbops.migrate.sql.AlterTableAction.SetDefault;
import dev.dbops.migrate.sql.AlterTableAction.SetExpression;
import dev.dbops.migrate.sql.AlterTableAction.SetLogged;
import dev.dbops.migrate.sql.AlterTableAction.SetNotNull;
import dev.dbops.migrate.sql.AlterTableAction.SetSchema;
import dev.dbops.migrate.sql.AlterTableAction.ValidateConstraint;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Persistence;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.Optional;

/** Does what {@code ALTER TABLE} does, sub-command by sub-command. */
final class AlterTableReplay {
  private final SchemaEdit edit;
  private final ColumnReplay columns;

  AlterTableReplay(SchemaEdit edit) {
    this.edit = edit;
    this.columns = new ColumnReplay(edit);
  }

  void alter(AlterTable statement) {
    if (edit.state().table(statement.table()).isEmpty()
        && edit.state().tableOfIndex(statement.table()).isPresent()) {
      statement.actions().forEach(action -> alterIndex(statement.table(), action));
      return;
    }
    RelationId id = edit.known(statement.table()).id();
    for (AlterTableAction action : statement.actions()) {
      apply(id, action, !statement.only());
    }
  }

  /** {@code ALTER TABLE} also renames indexes. */
  private void alterIndex(QualifiedName index, AlterTableAction action) {
    if (action instanceof RenameTable rename) {
      edit.state()
          .tableOfIndex(index)
          .ifPresent(
              table ->
                  edit.change(
                      table.id(), each -> each.renameIndex(index.value(), rename.to().value())));
    }
  }

  private void apply(RelationId id, AlterTableAction action, boolean descend) {
    if (action instanceof AddConstraint add) {
      addConstraint(id, add.constraint(), descend);
    } else if (action instanceof DropConstraint drop) {
      dropConstraint(id, drop.constraint().value(), descend);
    } else if (action instanceof DropColumn drop) {
      columns.drop(id, drop.column().value(), descend);
    } else if (action instanceof AttachPartition attach) {
      TableState partition = edit.known(attach.partition());
      edit.state()
          .table(id)
          .ifPresent(parent -> new PartitionReplay(edit).attach(parent, partition, attach.bound()));
    } else if (action instanceof DetachPartition detach) {
      TableState partition = edit.known(detach.partition());
      edit.state()
          .table(id)
          .ifPresent(parent -> new PartitionReplay(edit).detach(parent, partition));
    } else if (action instanceof Inherit inherit) {
      inherit(id, edit.known(inherit.parent()).id(), inherit.inherit());
    } else if (action instanceof RenameColumn rename) {
      columns.rename(id, rename.column().value(), rename.to().value(), descend);
    } else if (isOfTableAlone(action)) {
      edit.change(id, table -> applyToTable(table, action));
    } else if (descend) {
      edit.changeWithDescendants(id, table -> applyToColumns(table, action));
    } else {
      edit.change(id, table -> applyToColumns(table, action));
    }
  }

  private static boolean isOfTableAlone(AlterTableAction action) {
    return action instanceof RenameTable
        || action instanceof SetSchema
        || action instanceof SetLogged
        || action instanceof ReplicaIdentity
        || action instanceof RenameConstraint;
  }

  private void applyToTable(TableBuilder table, AlterTableAction action) {
    if (action instanceof RenameTable rename) {
      table.name = table.name.sibling(rename.to().value());
    } else if (action instanceof SetSchema set) {
      table.name = new ObjectName(set.schema().value(), table.name.name());
    } else if (action instanceof SetLogged set) {
      table.persistence = set.logged() ? Persistence.PERMANENT : Persistence.UNLOGGED;
    } else if (action instanceof ReplicaIdentity set) {
      table.replicaIdentity = set.kind();
    } else if (action instanceof RenameConstraint rename) {
      table.renameConstraint(rename.constraint().value(), rename.to().value());
    }
  }

  private void applyToColumns(TableBuilder table, AlterTableAction action) {
    if (action instanceof AddColumn add) {
      columns.add(table, add.column());
    } else if (action instanceof AlterColumnType type) {
      table.column(
          type.column().value(),
          column ->
              column.withType(
                  ConstraintReplay.storedType(type.type()),
                  type.collation().map(QualifiedName::text)));
    } else if (action instanceof SetNotNull set) {
      columns.setNotNull(table, set.column().value());
    } else if (action instanceof DropNotNull drop) {
      columns.dropNotNull(table, drop.column().value());
    } else if (action instanceof SetDefault set) {
      table.column(set.column().value(), column -> column.withDefault(Optional.of(set.value())));
    } else if (action instanceof SetExpression set) {
      table.column(set.column().value(), column -> column.withDefault(Optional.of(set.value())));
    } else if (action instanceof DropDefault drop) {
      table.column(
          drop.column().value(),
          column -> column.withDefault(Optional.empty()).withGeneration(Generation.NONE));
    } else if (action instanceof DropExpression drop) {
      table.column(
          drop.column().value(),
          column -> column.withDefault(Optional.empty()).withGeneration(Generation.NONE));
    } else if (action instanceof AddIdentity add) {
      new ConstraintReplay(edit, table).addSequence(add.column().value());
      table.column(add.column().value(), column -> column.withGeneration(Generation.IDENTITY));
    } else if (action instanceof DropIdentity drop) {
      table.column(drop.column().value(), column -> column.withGeneration(Generation.NONE));
    } else if (action instanceof ValidateConstraint validate) {
      columns.validate(table, validate.constraint().value());
    } else if (action instanceof AlterConstraint alter) {
      alter.enforced().ifPresent(on -> columns.enforce(table, alter.constraint().value(), on));
    }
  }

  /** Children get checks and NOT NULL; partitions all constraints, with indexes of their own. */
  private void addConstraint(RelationId id, Constraint constraint, boolean descend) {
    Constraint.Definition definition = constraint.definition();
    boolean inherited =
        definition instanceof Constraint.NotNull
            || definition instanceof Constraint.Check check && !check.noInherit();
    if (inherited && descend) {
      edit.changeWithDescendants(id, table -> new ConstraintReplay(edit, table).add(constraint));
      return;
    }
    edit.change(id, table -> new ConstraintReplay(edit, table).add(constraint));
    edit.state().table(id).ifPresent(this::completePartitions);
  }

  private void completePartitions(TableState parent) {
    for (TableState partition : edit.state().partitions(parent)) {
      edit.change(
          partition.id(), each -> new PartitionReplay(edit).completeConstraints(parent, each));
      edit.state().table(partition.id()).ifPresent(this::completePartitions);
    }
  }

  private void dropConstraint(RelationId id, String constraint, boolean descend) {
    boolean indexed =
        edit.state()
            .table(id)
            .flatMap(table -> table.constraint(constraint))
            .filter(ConstraintState::hasIndex)
            .isPresent();
    if (indexed) {
      columns.dropForeignKeysTo(id, constraint);
      edit.dropIndex(id, constraint);
    } else if (descend) {
      edit.changeWithDescendants(id, table -> columns.dropConstraint(table, constraint));
    } else {
      edit.change(id, table -> columns.dropConstraint(table, constraint));
    }
  }

  private void inherit(RelationId child, RelationId parent, boolean begins) {
    if (!begins) {
      edit.change(child, table -> table.removeParent(parent));
    } else if (edit.mayInherit(child, parent)) {
      edit.change(child, table -> table.addParent(parent));
    }
  }
}
