package dev.dbops.migrate.sql;

import java.util.List;

/**
 * {@code INSERT}.
 *
 * @param fromQuery whether the rows come from a query rather than from {@code VALUES}
 * @param sources the tables whose rows it copies, without those that only its conditions read
 * @param modifying the data-modifying statements in its {@code WITH}
 */
public record Insert(
    QualifiedName table,
    boolean fromQuery,
    List<QualifiedName> sources,
    List<Statement> modifying,
    Span span)
    implements Statement {
  public Insert {
    sources = List.copyOf(sources);
    modifying = List.copyOf(modifying);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
