package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A foreign key that a statement adds: to a table that it creates, with a column or by itself.
 *
 * @param table the referencing table
 * @param columns its columns
 * @param span the sub-command that adds it, or the constraint of the table that is created
 */
record AddedForeignKey(
    QualifiedName table,
    List<Name> columns,
    Constraint constraint,
    Constraint.ForeignKey key,
    Span span) {

  static List<AddedForeignKey> in(Statement statement) {
    List<AddedForeignKey> keys = new ArrayList<>();
    if (statement instanceof CreateTable create) {
      for (ColumnDefinition column : create.columns()) {
        addAll(create.name(), column, column.span(), keys);
      }
      create.constraints().forEach(each -> add(create.name(), each, each.span(), keys));
    } else if (statement instanceof AlterTable alter) {
      for (AlterTableAction action : alter.actions()) {
        if (action instanceof AlterTableAction.AddConstraint add) {
          add(alter.table(), add.constraint(), add.span(), keys);
        } else if (action instanceof AlterTableAction.AddColumn add) {
          addAll(alter.table(), add.column(), add.span(), keys);
        }
      }
    }
    return keys;
  }

  private static void add(
      QualifiedName table, Constraint constraint, Span span, List<AddedForeignKey> keys) {
    if (constraint.definition() instanceof Constraint.ForeignKey key) {
      keys.add(new AddedForeignKey(table, key.columns(), constraint, key, span));
    }
  }

  private static void addAll(
      QualifiedName table, ColumnDefinition column, Span span, List<AddedForeignKey> keys) {
    for (Constraint each : column.constraints()) {
      if (each.definition() instanceof Constraint.ForeignKey key) {
        keys.add(new AddedForeignKey(table, List.of(column.name()), each, key, span));
      }
    }
  }

  List<String> columnNames() {
    return columns.stream().map(Name::value).toList();
  }

  /** As the user wrote the columns, in parentheses: {@code (customer_id)}. */
  String columnsText() {
    return columns.stream().map(Name::text).collect(Collectors.joining(", ", "(", ")"));
  }
}
