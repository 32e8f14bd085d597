package dev.dbops.migrate.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code UPDATE}.
 *
 * @param columns the columns that are set
 * @param where the condition, if there is one
 * @param joined whether it has a {@code FROM} clause
 * @param modifying the data-modifying statements in its {@code WITH}
 */
public record Update(
    QualifiedName table,
    List<Name> columns,
    Optional<Expression> where,
    boolean joined,
    List<Statement> modifying,
    Span span)
    implements Statement {
  public Update {
    columns = List.copyOf(columns);
    modifying = List.copyOf(modifying);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
