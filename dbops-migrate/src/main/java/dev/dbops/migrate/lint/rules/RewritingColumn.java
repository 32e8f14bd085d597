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
record RewritingColumn(LiveAlter alter, AddColumn action, AddColumnRewrite cause) {
  /** The form of a column that rewrites nothing. */
  interface Form {
    Optional<OnlineForm> of(AlterTable statement, AddColumn action, StatementContext context);
  }

  /** The columns that a statement adds to a table in use, for one of these reasons. */
  static List<RewritingColumn> in(RuleContext context, AddColumnRewrite... causes) {
    return LiveAlter.of(context).stream()
        .flatMap(
            alter -> alter.addedColumns().stream().flatMap(add -> of(alter, add, context).stream()))
        .filter(column -> List.of(causes).contains(column.cause()))
        .toList();
  }

  private static Optional<RewritingColumn> of(LiveAlter alter, AddColumn add, RuleContext context) {
    return AddColumnRewrite.of(add.column(), context.schema(), context.targetVersion())
        .map(cause -> new RewritingColumn(alter, add, cause));
  }

  /**
   * Reports the column.
   *
   * @param what the column is, as the message begins
   */
  void report(String what, Form form, RuleContext context) {
    alter
        .finding(
            context,
            action,
            "%s rewrites %s and blocks reads and writes until it is done"
                .formatted(what, alter.tableName()))
        .fix(form.of(alter.statement(), action, context.statementContext()))
        .report();
  }

  String name() {
    return action.column().name().text();
  }
}
