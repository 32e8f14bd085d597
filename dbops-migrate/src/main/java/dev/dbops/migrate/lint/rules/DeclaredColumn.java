package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.OtherType;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A column that {@code CREATE TABLE} or {@code ADD COLUMN} declares, and that can still be declared
 * otherwise.
 */
record DeclaredColumn(QualifiedName table, ColumnDefinition definition) {
  static List<DeclaredColumn> in(Statement statement) {
    if (statement instanceof CreateTable create) {
      return create.columns().stream()
          .map(each -> new DeclaredColumn(create.name(), each))
          .toList();
    }
    if (statement instanceof AlterTable alter) {
      return alter.actions(AddColumn.class).stream()
          .map(add -> new DeclaredColumn(alter.table(), add.column()))
          .toList();
    }
    return List.of();
  }

  /** Reports the columns of a type that has a better one. */
  static void advise(RuleContext context, Predicate<DataType> poor, String better, String message) {
    for (DeclaredColumn column : in(context.statement())) {
      if (poor.test(column.type())) {
        column.advise(context, better, message);
      }
    }
  }

  /**
   * Reports this column.
   *
   * @param message with a place for the column
   */
  void advise(RuleContext context, String better, String message) {
    context
        .finding(definition.span(), message.formatted(definition.name().text()))
        .on(table)
        .fix(withType(better, context))
        .report();
  }

  DataType type() {
    return definition.type();
  }

  /** The statement with another type; not of a table that is in use, where more is at stake. */
  private Optional<OnlineForm> withType(String better, RuleContext context) {
    return context.statement() instanceof CreateTable
        ? Optional.of(
            OtherType.declare(
                context.statement(),
                type(),
                type().array() ? better + "[]" : better,
                context.statementContext()))
        : Optional.empty();
  }
}
