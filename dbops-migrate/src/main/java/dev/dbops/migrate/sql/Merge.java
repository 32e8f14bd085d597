package dev.dbops.migrate.sql;

import java.util.List;

/**
 * {@code MERGE}.
 *
 * @param modifying the data-modifying statements in its {@code WITH}
 */
public record Merge(QualifiedName table, List<Statement> modifying, Span span)
    implements Statement {
  public Merge {
    modifying = List.copyOf(modifying);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
