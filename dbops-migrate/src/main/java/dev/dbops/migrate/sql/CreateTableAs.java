package dev.dbops.migrate.sql;

import java.util.List;

/**
 * {@code CREATE TABLE AS} or {@code SELECT INTO}.
 *
 * @param withData whether the query is run
 * @param tables the tables that it reads; names of its {@code WITH} are among them
 */
public record CreateTableAs(
    QualifiedName name,
    Persistence persistence,
    boolean ifNotExists,
    boolean withData,
    Expression query,
    List<QualifiedName> tables,
    Span span)
    implements Statement {
  public CreateTableAs {
    tables = List.copyOf(tables);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
