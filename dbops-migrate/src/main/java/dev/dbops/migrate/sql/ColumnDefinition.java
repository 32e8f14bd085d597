package dev.dbops.migrate.sql;

import java.util.List;
import java.util.Optional;

/**
 * A column as {@code CREATE TABLE} and {@code ADD COLUMN} declare it.
 *
 * @param constraints everything after the type: constraints, default, identity, generation
 */
public record ColumnDefinition(
    Name name,
    DataType type,
    Optional<QualifiedName> collation,
    List<Constraint> constraints,
    Span span) {
  public ColumnDefinition {
    constraints = List.copyOf(constraints);
  }

  /** The first clause of a kind, with its definition. */
  public <D extends Constraint.Definition> Optional<D> find(Class<D> kind) {
    return constraints.stream()
        .map(Constraint::definition)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  /** The constraints of a kind, with their names and attributes. */
  public List<Constraint> all(Class<? extends Constraint.Definition> kind) {
    return constraints.stream().filter(each -> kind.isInstance(each.definition())).toList();
  }

  public boolean has(Class<? extends Constraint.Definition> kind) {
    return find(kind).isPresent();
  }

  public Optional<Expression> defaultValue() {
    return find(Constraint.Default.class).map(Constraint.Default::value);
  }
}
