package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Tokens;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads {@code ALTER TABLE} with its sub-commands. */
record AlterTableReader(SourceText source, TableReader tables) {
  AlterTable alterTable(SQLParser.Alter_table_statementContext node, Span span) {
    ObjectKind kind = node.FOREIGN() != null ? ObjectKind.FOREIGN_TABLE : ObjectKind.TABLE;
    return new AlterTable(
        source.qualified(node.name),
        kind,
        node.if_exists() != null,
        node.ONLY() != null,
        actions(node),
        span);
  }

  private List<AlterTableAction> actions(SQLParser.Alter_table_statementContext node) {
    if (!node.table_action().isEmpty()) {
      return node.table_action().stream().map(this::action).toList();
    }
    return List.of(single(node, source.after(node.name, node)));
  }

  private AlterTableAction single(SQLParser.Alter_table_statementContext node, Span span) {
    if (node.set_schema() != null) {
      return new AlterTableAction.SetSchema(source.name(node.set_schema().identifier()), span);
    }
    if (node.rename_to() != null) {
      return new AlterTableAction.RenameTable(source.name(node.rename_to().name), span);
    }
    if (node.RENAME() != null) {
      Name from = source.name(node.identifier(0));
      Name to = source.name(node.identifier(1));
      return node.CONSTRAINT() != null
          ? new AlterTableAction.RenameConstraint(from, to, span)
          : new AlterTableAction.RenameColumn(from, to, span);
    }
    SQLParser.Alter_partitionContext partition = node.alter_partition();
    if (partition != null && partition.partition_table_value() != null) {
      SQLParser.Partition_table_valueContext attached = partition.partition_table_value();
      return new AlterTableAction.AttachPartition(
          source.qualified(attached.schema_qualified_name()),
          tables.bound(attached.for_values_bound()),
          span);
    }
    if (partition != null) {
      return new AlterTableAction.DetachPartition(
          source.qualified(partition.child),
          partition.CONCURRENTLY() != null,
          partition.FINALIZE() != null,
          span);
    }
    return new AlterTableAction.OtherAction(source.text(span), span);
  }

  private AlterTableAction action(SQLParser.Table_actionContext node) {
    Span span = source.span(node);
    if (node.table_column_definition() != null) {
      return new AlterTableAction.AddColumn(
          node.if_not_exists() != null, tables.column(node.table_column_definition()), span);
    }
    if (node.tabl_constraint != null) {
      return new AlterTableAction.AddConstraint(
          new ConstraintReader(source).read(node.tabl_constraint), span);
    }
    if (node.column_action() != null) {
      return columnAction(source.name(node.column), node.column_action(), span);
    }
    if (node.validate_constraint() != null) {
      return new AlterTableAction.ValidateConstraint(
          source.last(node.validate_constraint().constraint_name), span);
    }
    if (node.drop_constraint() != null) {
      SQLParser.Drop_constraintContext drop = node.drop_constraint();
      return new AlterTableAction.DropConstraint(
          source.name(drop.constraint_name),
          drop.if_exists() != null,
          cascades(drop.cascade_restrict()),
          span);
    }
    if (node.DROP() != null && node.column != null) {
      return new AlterTableAction.DropColumn(
          source.name(node.column),
          node.if_exists() != null,
          cascades(node.cascade_restrict()),
          span);
    }
    return tableAction(node, span);
  }

  private AlterTableAction tableAction(SQLParser.Table_actionContext node, Span span) {
    if (node.TRIGGER() != null) {
      return new AlterTableAction.TriggerState(
          Optional.ofNullable(node.trigger_name).map(source::last), node.DISABLE() == null, span);
    }
    if (node.RULE() != null) {
      return new AlterTableAction.RuleState(
          source.last(node.rewrite_rule_name), node.DISABLE() == null, span);
    }
    if (node.SECURITY() != null) {
      return new AlterTableAction.RowSecurity(source.text(span), span);
    }
    if (node.CLUSTER() != null) {
      return new AlterTableAction.ClusterOn(
          Optional.ofNullable(node.index_name).map(source::last), span);
    }
    if (node.set_logged() != null) {
      return new AlterTableAction.SetLogged(node.set_logged().LOGGED() != null, span);
    }
    if (node.set_tablespace() != null) {
      return new AlterTableAction.SetTablespace(
          source.name(node.set_tablespace().identifier()), span);
    }
    if (node.METHOD() != null) {
      return new AlterTableAction.SetAccessMethod(
          Optional.ofNullable(node.access_method_name).map(source::name), span);
    }
    if (node.IDENTITY() != null) {
      return replicaIdentity(node, span);
    }
    if (node.parent_table != null) {
      return new AlterTableAction.Inherit(
          source.qualified(node.parent_table), node.inherit_option().NO() == null, span);
    }
    if (node.owner_to() != null) {
      return new AlterTableAction.OwnerTo(source.text(node.owner_to().user_name()), span);
    }
    if (node.storage_parameters() != null || node.RESET() != null) {
      return new AlterTableAction.StorageParameters(Optional.empty(), source.text(span), span);
    }
    if (node.CONSTRAINT() != null) {
      return new AlterTableAction.AlterConstraint(
          source.name(node.identifier()), enforced(source.text(span)), span);
    }
    return new AlterTableAction.OtherAction(source.text(span), span);
  }

  /** What the grammar does not know is read from the words. */
  private static Optional<Boolean> enforced(String alterConstraint) {
    Tokens tokens = Lexer.lex(alterConstraint).only(kind -> !kind.isComment());
    for (int i = 3; i < tokens.size(); i++) {
      if (tokens.isWord(i, "ENFORCED")) {
        return Optional.of(!tokens.isWord(i - 1, "NOT"));
      }
    }
    return Optional.empty();
  }

  private AlterTableAction replicaIdentity(SQLParser.Table_actionContext node, Span span) {
    AlterTableAction.ReplicaIdentity.Kind kind;
    if (node.FULL() != null) {
      kind = AlterTableAction.ReplicaIdentity.Kind.FULL;
    } else if (node.NOTHING() != null) {
      kind = AlterTableAction.ReplicaIdentity.Kind.NOTHING;
    } else if (node.INDEX() != null) {
      kind = AlterTableAction.ReplicaIdentity.Kind.INDEX;
    } else {
      kind = AlterTableAction.ReplicaIdentity.Kind.DEFAULT;
    }
    return new AlterTableAction.ReplicaIdentity(
        kind, Optional.ofNullable(node.identifier()).map(source::name), span);
  }

  private AlterTableAction columnAction(
      Name column, SQLParser.Column_actionContext node, Span span) {
    if (node.data_type() != null) {
      return new AlterTableAction.AlterColumnType(
          column,
          source.type(node.data_type()),
          tables.collation(node.collate_identifier()),
          Optional.ofNullable(node.vex()).map(source::expression),
          span);
    }
    if (node.identity_body() != null) {
      return new AlterTableAction.AddIdentity(column, node.identity_body().ALWAYS() != null, span);
    }
    if (node.set_def_column() != null) {
      return new AlterTableAction.SetDefault(
          column, source.expression(node.set_def_column().vex()), span);
    }
    if (node.drop_def() != null) {
      return new AlterTableAction.DropDefault(column, span);
    }
    if (node.NULL() != null) {
      return node.set != null
          ? new AlterTableAction.SetNotNull(column, span)
          : new AlterTableAction.DropNotNull(column, span);
    }
    if (node.IDENTITY() != null) {
      return new AlterTableAction.DropIdentity(column, span);
    }
    if (node.EXPRESSION() != null) {
      return node.expression != null
          ? new AlterTableAction.SetExpression(column, source.expression(node.expression), span)
          : new AlterTableAction.DropExpression(column, span);
    }
    if (node.storage_parameters() != null || node.RESET() != null) {
      return new AlterTableAction.StorageParameters(Optional.of(column), source.text(span), span);
    }
    if (node.set_statistics() != null) {
      return new AlterTableAction.SetStatistics(column, span);
    }
    if (node.STORAGE() != null) {
      return new AlterTableAction.SetStorage(column, span);
    }
    if (node.compression_identifier() != null) {
      return new AlterTableAction.SetCompression(column, span);
    }
    if (!node.alter_identity().isEmpty()) {
      return new AlterTableAction.AlterIdentity(column, span);
    }
    return new AlterTableAction.OtherAction(source.text(span), span);
  }

  static boolean cascades(SQLParser.@Nullable Cascade_restrictContext node) {
    return node != null && node.CASCADE() != null;
  }
}
