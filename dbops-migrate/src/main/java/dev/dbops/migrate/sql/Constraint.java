package dev.dbops.migrate.sql;

import java.util.List;
import java.util.Optional;

/**
 * A constraint of a table, a column or a domain, or another clause that stands in such a place.
 *
 * @param name if it is written
 * @param notValid whether existing rows are not checked yet ({@code NOT VALID})
 * @param notEnforced whether it is only declared ({@code NOT ENFORCED}, PostgreSQL 18)
 * @param deferrable whether it can wait until the end of the transaction
 */
public record Constraint(
    Optional<Name> name,
    Definition definition,
    boolean notValid,
    boolean notEnforced,
    boolean deferrable,
    Span span) {

  /**
   * What a constraint demands. Lists of columns are empty where the constraint stands at its
   * column.
   */
  public sealed interface Definition {}

  /** {@code NOT NULL}; as a constraint of a table (PostgreSQL 18) with the column that it is on. */
  public record NotNull(Optional<Name> column) implements Definition {}

  /** {@code NULL}: nothing is demanded. */
  public record Nullable() implements Definition {}

  public record Check(Expression condition, boolean noInherit) implements Definition {}

  /**
   * {@code UNIQUE}, with or without an index that is there already.
   *
   * @param usingIndex the index that becomes the constraint's
   */
  public record Unique(
      List<Name> columns, boolean nullsNotDistinct, Optional<QualifiedName> usingIndex)
      implements Definition {}

  /**
   * {@code PRIMARY KEY}, with or without an index that is there already.
   *
   * @param usingIndex the index that becomes the constraint's
   */
  public record PrimaryKey(List<Name> columns, Optional<QualifiedName> usingIndex)
      implements Definition {}

  /**
   * {@code FOREIGN KEY … REFERENCES}.
   *
   * @param referencedColumns empty: the primary key of the referenced table
   */
  public record ForeignKey(
      List<Name> columns, QualifiedName referenced, List<Name> referencedColumns)
      implements Definition {}

  public record Exclude(Optional<Name> method) implements Definition {}

  public record Default(Expression value) implements Definition {}

  /** {@code GENERATED ALWAYS AS (…)}, stored or virtual. */
  public record Generated(Expression value, boolean stored) implements Definition {}

  /** {@code GENERATED … AS IDENTITY}. */
  public record Identity(boolean always) implements Definition {}
}
