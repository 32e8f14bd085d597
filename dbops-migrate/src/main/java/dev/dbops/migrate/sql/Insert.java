package dev.dbops.migrate.sql;

import java.util.List;

/**
 * {@code INSERT}.
 *
 * @param fromQuery whether the rows come from a query rather than from {@code VALUES}
 * @param modifying the data-modifying statements in its {@code WITH}
 */
public record Insert(QualifiedName table, boolean fromQuery, List<Statement> modifying, Span span)
    implements Statement {
  public Insert {
    modifying = List.copyOf(modifying);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
