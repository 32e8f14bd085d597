package dev.dbops.migrate.sql;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code ALTER TABLE}, with all its sub-commands.
 *
 * @param kind {@code TABLE} or {@code FOREIGN_TABLE}
 * @param only whether partitions and children are left out
 */
public record AlterTable(
    QualifiedName table,
    ObjectKind kind,
    boolean ifExists,
    boolean only,
    List<AlterTableAction> actions,
    Span span)
    implements Statement {
  public AlterTable {
    actions = List.copyOf(actions);
  }

  /** The sub-commands of one kind, in their order. */
  public <A extends AlterTableAction> List<A> actions(Class<A> kind) {
    return actions.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Whether one of its sub-commands is of this kind. */
  public boolean has(Class<? extends AlterTableAction> kind) {
    for (AlterTableAction action : actions) {
      if (kind.isInstance(action)) {
        return true;
      }
    }
    return false;
  }

  /** The constraints that it drops, by name: first of all, wherever that is written. */
  public Set<String> droppedConstraints() {
    return actions(AlterTableAction.DropConstraint.class).stream()
        .map(drop -> drop.constraint().value())
        .collect(Collectors.toSet());
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
