package dev.dbops.migrate.sql;

import java.util.List;

/** {@code CREATE DOMAIN}. */
public record CreateDomain(
    QualifiedName name, DataType type, List<Constraint> constraints, Span span)
    implements Statement {
  public CreateDomain {
    constraints = List.copyOf(constraints);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
