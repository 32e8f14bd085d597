package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lock.AddColumnRewrite;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.StatementContext;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import java.util.List;
import java.util.Optional;

/** A new column that makes the server write the whole table anew. */
record RewritingColumn(AlterTable statement, AddColumn action, AddColumnRewrite cause) {
  /** The form of a column that rewrites nothing. */
  interface Form {
    Optional<OnlineForm> of(AlterTable statement, AddColumn action, StatementContext context);
  }

  /** The columns that a statement adds to a table in use, for one of these reasons. */
  static List<RewritingColumn> in(RuleContext context, AddColumnRewrite... causes) {
    return LiveAlter.of(context).stream()
        .flatMap(
            alter ->
                alter.addedColumns().stream()
                    .flatMap(add -> of(alter.statement(), add, context).stream()))
        .filter(column -> List.of(causes).contains(column.cause()))
        .toList();
  }

  private static Optional<RewritingColumn> of(
      AlterTable statement, AddColumn add, RuleContext context) {
    return AddColumnRewrite.of(add.column(), context.schema(), context.targetVersion())
        .map(cause -> new RewritingColumn(statement, add, cause));
  }

  /**
   * Reports the column.
   *
   * @param what the column is, as the message begins
   */
  void report(String what, Form form, RuleContext context) {
    context
        .finding(
            action.span(),
            "%s rewrites %s and blocks reads and writes until it is done"
                .formatted(what, statement.table().text()))
        .on(statement.table())
        .fix(form.of(statement, action, context.statementContext()))
        .report();
  }

  String name() {
    return action.column().name().text();
  }
}
