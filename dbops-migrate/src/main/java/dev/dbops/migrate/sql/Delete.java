package dev.dbops.migrate.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code DELETE}.
 *
 * @param where the condition, if there is one
 * @param joined whether it has a {@code USING} clause
 * @param modifying the data-modifying statements in its {@code WITH}
 */
public record Delete(
    QualifiedName table,
    Optional<Expression> where,
    boolean joined,
    List<Statement> modifying,
    Span span)
    implements Statement {
  public Delete {
    modifying = List.copyOf(modifying);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
