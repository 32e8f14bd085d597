package dev.dbops.migrate.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE TABLE}.
 *
 * @param like tables whose columns it copies
 * @param partitionOf the parent, where it is a partition
 * @param partitionBy the partitioning, where it is partitioned, as it is written
 */
public record CreateTable(
    QualifiedName name,
    Persistence persistence,
    boolean ifNotExists,
    List<ColumnDefinition> columns,
    List<Constraint> constraints,
    List<LikeClause> like,
    List<QualifiedName> inherits,
    Optional<QualifiedName> partitionOf,
    Optional<PartitionBound> bound,
    Optional<Expression> partitionBy,
    Span span)
    implements Statement {
  public CreateTable {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    like = List.copyOf(like);
    inherits = List.copyOf(inherits);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
