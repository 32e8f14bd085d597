package dev.dbops.migrate.sql;

import java.util.List;

/** {@code DROP} of objects that have a name of their own. */
public record Drop(
    ObjectKind kind,
    List<QualifiedName> names,
    boolean ifExists,
    boolean cascade,
    boolean concurrently,
    Span span)
    implements Statement {
  public Drop {
    names = List.copyOf(names);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
