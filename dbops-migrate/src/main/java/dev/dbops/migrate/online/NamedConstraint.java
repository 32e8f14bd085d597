package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A constraint that {@code ALTER TABLE} adds, with a name that later statements can call it by.
 *
 * @param name as it must stand in SQL: the author's, or the one that the server would choose
 * @param definition what it demands, as a constraint of a table, in the author's words but for
 *     {@code NOT VALID}
 */
record NamedConstraint(String name, String definition) {
  /**
   * A constraint that stands by itself or at a column.
   *
   * @param column the column that it stands at
   */
  static NamedConstraint of(
      TableCommand command, AlterTableAction action, Constraint constraint, Optional<Name> column) {
    return of(
        constraint,
        column,
        command.context(),
        () -> chosenByServer(command, action, constraint, column));
  }

  /**
   * A foreign key of a table that is created.
   *
   * @param column the column that it stands at
   */
  static NamedConstraint ofNewTable(
      CreateTable statement,
      Constraint constraint,
      Optional<Name> column,
      StatementContext context) {
    return of(
        constraint,
        column,
        context,
        () -> chosenByServer(statement, constraint, column, context.before().after(statement)));
  }

  private static NamedConstraint of(
      Constraint constraint,
      Optional<Name> column,
      StatementContext context,
      Supplier<String> chosenByServer) {
    String name =
        constraint
            .name()
            .map(Name::text)
            .orElseGet(() -> SqlIdentifier.quote(chosenByServer.get()));
    int start = constraint.name().map(each -> each.span().end()).orElse(constraint.span().start());
    Splice validated = new Splice(context.text(), new Span(start, constraint.span().end()));
    if (constraint.notValid()) {
      validated.removeWords("NOT", "VALID");
    }
    String definition = validated.sql().strip();
    boolean ofColumn =
        column.isPresent() && constraint.definition() instanceof Constraint.ForeignKey;
    return new NamedConstraint(
        name, ofColumn ? "FOREIGN KEY (" + column.get().text() + ") " + definition : definition);
  }

  String add() {
    return "ADD CONSTRAINT " + name + " " + definition;
  }

  private static String chosenByServer(
      TableCommand command, AlterTableAction action, Constraint constraint, Optional<Name> column) {
    QualifiedName name = command.name();
    SchemaState found = command.asFoundBy(action);
    Map<String, ConstraintState> known =
        found.table(name).map(TableState::constraints).orElseGet(Map::of);
    return found.after(command.alone(action)).table(name).stream()
        .flatMap(table -> table.constraints().values().stream())
        .filter(each -> !known.containsKey(each.name()) && is(each, constraint.definition()))
        .map(ConstraintState::name)
        .findFirst()
        .orElseGet(() -> unlessTaken(name, constraint.definition(), column));
  }

  private static String chosenByServer(
      CreateTable statement, Constraint constraint, Optional<Name> column, SchemaState after) {
    List<String> columns = columns(constraint.definition(), column);
    return after.table(statement.name()).stream()
        .flatMap(table -> table.constraints().values().stream())
        .filter(each -> is(each, constraint.definition()) && each.columns().equals(columns))
        .map(ConstraintState::name)
        .findFirst()
        .orElseGet(() -> unlessTaken(statement.name(), constraint.definition(), column));
  }

  /** The name of a constraint that the schema has no part for, as where its column is there. */
  private static String unlessTaken(
      QualifiedName table, Constraint.Definition definition, Optional<Name> column) {
    return DefaultNames.choose(
        table.value(), columns(definition, column), label(definition), name -> false);
  }

  private static List<String> columns(Constraint.Definition definition, Optional<Name> column) {
    List<Name> written = List.of();
    if (definition instanceof Constraint.ForeignKey key) {
      written = key.columns();
    } else if (definition instanceof Constraint.Unique unique) {
      written = unique.columns();
    } else if (definition instanceof Constraint.NotNull notNull) {
      written = notNull.column().stream().toList();
    }
    return Stream.concat(column.stream(), written.stream()).map(Name::value).toList();
  }

  private static String label(Constraint.Definition definition) {
    if (definition instanceof Constraint.ForeignKey) {
      return "fkey";
    }
    if (definition instanceof Constraint.Unique) {
      return "key";
    }
    if (definition instanceof Constraint.NotNull) {
      return "not_null";
    }
    return definition instanceof Constraint.Exclude ? "excl" : "check";
  }

  private static boolean is(ConstraintState state, Constraint.Definition definition) {
    return switch (state.kind()) {
      case CHECK ->
          definition instanceof Constraint.Check check
              && state.condition().filter(check.condition()::equals).isPresent();
      case FOREIGN_KEY -> definition instanceof Constraint.ForeignKey;
      case UNIQUE -> definition instanceof Constraint.Unique;
      case PRIMARY_KEY -> definition instanceof Constraint.PrimaryKey;
      case EXCLUDE -> definition instanceof Constraint.Exclude;
      case NOT_NULL -> definition instanceof Constraint.NotNull;
    };
  }
}
