package dev.dbops.migrate.sql;

import java.util.List;

/**
 * {@code CREATE TYPE}.
 *
 * @param labels of an enum, in their order; empty for other kinds
 */
public record CreateType(QualifiedName name, boolean isEnum, List<String> labels, Span span)
    implements Statement {
  public CreateType {
    labels = List.copyOf(labels);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
