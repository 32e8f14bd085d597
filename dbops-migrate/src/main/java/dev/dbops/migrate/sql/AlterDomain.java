package dev.dbops.migrate.sql;

/** {@code ALTER DOMAIN}. */
public record AlterDomain(QualifiedName domain, DomainAction action, Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
