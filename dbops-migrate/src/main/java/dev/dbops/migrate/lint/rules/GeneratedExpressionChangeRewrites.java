package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.RecomputedColumn;
import dev.dbops.migrate.sql.AlterTableAction.SetExpression;

/** {@code SET EXPRESSION} of a stored generated column. */
public final class GeneratedExpressionChangeRewrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("generated-expression-change-rewrites")
          .title(
              "Another expression for a stored generated column rewrites the table and blocks reads and writes")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.REWRITE)
          .why(
              """
              ALTER COLUMN … SET EXPRESSION computes a stored column anew for every row: the \
              whole table and all its indexes are written, under an ACCESS EXCLUSIVE lock.\
              """)
          .instead(
              """
              Make it a plain column that a trigger fills by the new expression, with DROP \
              EXPRESSION, which takes a moment and keeps the values; compute the old rows in \
              batches. From 18 a virtual column is computed when it is read and changes in a \
              moment.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The column is known to be virtual (PostgreSQL 18).",
              "DROP EXPRESSION: it changes no row.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-EXPRESSION")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    LiveAlter.of(context)
        .ifPresent(
            alter ->
                alter.actions(SetExpression.class).stream()
                    .filter(change -> !isVirtual(alter, change))
                    .forEach(change -> report(alter, change, context)));
  }

  private static boolean isVirtual(LiveAlter alter, SetExpression change) {
    return alter
        .table()
        .flatMap(table -> table.column(change.column().value()))
        .filter(column -> column.generation() == ColumnState.Generation.VIRTUAL)
        .isPresent();
  }

  private static void report(LiveAlter alter, SetExpression change, RuleContext context) {
    alter
        .finding(
            context,
            change,
            "Computing %s by another expression rewrites %s and blocks reads and writes until it is done"
                .formatted(change.column().text(), alter.tableName()))
        .fix(RecomputedColumn.byTrigger(alter.statement(), change, context.statementContext()))
        .report();
  }
}
