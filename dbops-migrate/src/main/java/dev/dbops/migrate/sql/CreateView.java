package dev.dbops.migrate.sql;

import java.util.List;

/**
 * {@code CREATE VIEW} or {@code CREATE MATERIALIZED VIEW}.
 *
 * @param tables the tables that its query reads; names of its {@code WITH} are among them
 */
public record CreateView(
    QualifiedName name,
    boolean materialized,
    boolean orReplace,
    boolean ifNotExists,
    boolean withData,
    Expression query,
    List<QualifiedName> tables,
    Span span)
    implements Statement {
  public CreateView {
    tables = List.copyOf(tables);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
