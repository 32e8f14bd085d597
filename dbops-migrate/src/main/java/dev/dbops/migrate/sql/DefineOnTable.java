package dev.dbops.migrate.sql;

/**
 * {@code CREATE} or {@code ALTER} of an object that is named within its table: a rule, a policy, or
 * a trigger that is there already; see {@link CreateTrigger} for a new one.
 *
 * @param created whether it is new, or replaces one of the same name
 */
public record DefineOnTable(
    ObjectKind kind, Name name, QualifiedName table, boolean created, Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
