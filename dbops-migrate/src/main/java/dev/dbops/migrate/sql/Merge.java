package dev.dbops.migrate.sql;

import java.util.List;

/**
 * {@code MERGE}.
 *
 * @param sources the tables whose rows it merges in
 * @param modifying the data-modifying statements in its {@code WITH}
 */
public record Merge(
    QualifiedName table, List<QualifiedName> sources, List<Statement> modifying, Span span)
    implements Statement {
  public Merge {
    sources = List.copyOf(sources);
    modifying = List.copyOf(modifying);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
