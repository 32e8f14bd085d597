package dev.dbops.migrate.sql;

import java.util.Optional;

/** A sub-command of {@code ALTER TABLE}. */
public sealed interface AlterTableAction {
  /** Where the sub-command stands, without the comma. */
  Span span();

  /** {@code ADD COLUMN}. */
  record AddColumn(boolean ifNotExists, ColumnDefinition column, Span span)
      implements AlterTableAction {}

  /** {@code DROP COLUMN}. */
  record DropColumn(Name column, boolean ifExists, boolean cascade, Span span)
      implements AlterTableAction {}

  /** {@code ALTER COLUMN … TYPE}. */
  record AlterColumnType(
      Name column,
      DataType type,
      Optional<QualifiedName> collation,
      Optional<Expression> using,
      Span span)
      implements AlterTableAction {}

  /** {@code SET NOT NULL}. */
  record SetNotNull(Name column, Span span) implements AlterTableAction {}

  /** {@code DROP NOT NULL}. */
  record DropNotNull(Name column, Span span) implements AlterTableAction {}

  /** {@code SET DEFAULT}. */
  record SetDefault(Name column, Expression value, Span span) implements AlterTableAction {}

  /** {@code DROP DEFAULT}. */
  record DropDefault(Name column, Span span) implements AlterTableAction {}

  /** {@code ADD IDENTITY}. */
  record AddIdentity(Name column, boolean always, Span span) implements AlterTableAction {}

  /** {@code DROP IDENTITY}. */
  record DropIdentity(Name column, Span span) implements AlterTableAction {}

  /** {@code SET EXPRESSION}: a new expression of a generated column (17). */
  record SetExpression(Name column, Expression value, Span span) implements AlterTableAction {}

  /** {@code DROP EXPRESSION}. */
  record DropExpression(Name column, Span span) implements AlterTableAction {}

  /** {@code ADD CONSTRAINT}, with or without a name. */
  record AddConstraint(Constraint constraint, Span span) implements AlterTableAction {}

  /** {@code VALIDATE CONSTRAINT}. */
  record ValidateConstraint(Name constraint, Span span) implements AlterTableAction {}

  /** {@code DROP CONSTRAINT}. */
  record DropConstraint(Name constraint, boolean ifExists, boolean cascade, Span span)
      implements AlterTableAction {}

  /**
   * {@code ALTER CONSTRAINT}.
   *
   * @param enforced {@code ENFORCED} or {@code NOT ENFORCED}, where it is written (18)
   */
  record AlterConstraint(Name constraint, Optional<Boolean> enforced, Span span)
      implements AlterTableAction {}

  /** {@code RENAME COLUMN}. */
  record RenameColumn(Name column, Name to, Span span) implements AlterTableAction {}

  /** {@code RENAME TABLE}. */
  record RenameTable(Name to, Span span) implements AlterTableAction {}

  /** {@code RENAME CONSTRAINT}. */
  record RenameConstraint(Name constraint, Name to, Span span) implements AlterTableAction {}

  /** {@code SET SCHEMA}. */
  record SetSchema(Name schema, Span span) implements AlterTableAction {}

  /** {@code ATTACH PARTITION}. */
  record AttachPartition(QualifiedName partition, PartitionBound bound, Span span)
      implements AlterTableAction {}

  /** {@code DETACH PARTITION}. */
  record DetachPartition(
      QualifiedName partition, boolean concurrently, boolean finalizing, Span span)
      implements AlterTableAction {}

  /** {@code SET LOGGED} or {@code SET UNLOGGED}. */
  record SetLogged(boolean logged, Span span) implements AlterTableAction {}

  /** {@code SET TABLESPACE}. */
  record SetTablespace(Name tablespace, Span span) implements AlterTableAction {}

  /** {@code SET ACCESS METHOD}; without a method, the default one. */
  record SetAccessMethod(Optional<Name> method, Span span) implements AlterTableAction {}

  /**
   * {@code ENABLE} or {@code DISABLE TRIGGER}.
   *
   * @param trigger empty for {@code ALL} and {@code USER}
   */
  record TriggerState(Optional<Name> trigger, boolean enabled, Span span)
      implements AlterTableAction {}

  /** {@code ENABLE} or {@code DISABLE RULE}. */
  record RuleState(Name rule, boolean enabled, Span span) implements AlterTableAction {}

  /** {@code ENABLE}, {@code DISABLE} or {@code FORCE ROW LEVEL SECURITY}. */
  record RowSecurity(String text, Span span) implements AlterTableAction {}

  /** {@code REPLICA IDENTITY}. */
  record ReplicaIdentity(Kind kind, Optional<Name> index, Span span) implements AlterTableAction {
    /** Which columns tell replicas what row is meant. */
    public enum Kind {
      DEFAULT,
      FULL,
      NOTHING,
      INDEX
    }
  }

  /** {@code CLUSTER ON} or, without an index, {@code SET WITHOUT CLUSTER}. */
  record ClusterOn(Optional<Name> index, Span span) implements AlterTableAction {}

  /** {@code SET} or {@code RESET} of storage parameters or of a column's attributes. */
  record StorageParameters(Optional<Name> column, String text, Span span)
      implements AlterTableAction {}

  /** {@code SET STATISTICS}. */
  record SetStatistics(Name column, Span span) implements AlterTableAction {}

  /** {@code SET STORAGE}. */
  record SetStorage(Name column, Span span) implements AlterTableAction {}

  /** {@code SET COMPRESSION}. */
  record SetCompression(Name column, Span span) implements AlterTableAction {}

  /** {@code SET GENERATED}, {@code SET} of the sequence or {@code RESTART}. */
  record AlterIdentity(Name column, Span span) implements AlterTableAction {}

  /** {@code INHERIT} or {@code NO INHERIT}. */
  record Inherit(QualifiedName parent, boolean inherit, Span span) implements AlterTableAction {}

  /** {@code OWNER TO}. */
  record OwnerTo(String owner, Span span) implements AlterTableAction {}

  /**
   * A sub-command that was understood and has no record of its own.
   *
   * @param text as it is written
   */
  record OtherAction(String text, Span span) implements AlterTableAction {}
}
