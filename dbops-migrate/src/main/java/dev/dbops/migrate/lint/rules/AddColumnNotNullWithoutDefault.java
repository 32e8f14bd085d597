package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.AddColumnRewrite;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.BackfilledColumn;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.ColumnDefinition;

/** {@code ADD COLUMN … NOT NULL} without a value for the rows that are there. */
public final class AddColumnNotNullWithoutDefault implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("add-column-not-null-without-default")
          .title("A new column that is NOT NULL and has no default fails on a table with rows")
          .severity(Severity.ERROR)
          .blocks(Blocks.MIGRATION)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.SCAN)
          .why(
              """
              The rows that are there would hold NULL, so the server refuses. It works on the empty tables \
              of a test and fails in production. Running versions of the application, which do not know \
              the column, could not insert either.\
              """)
          .instead(
              """
              Give it a default: a constant one takes a moment from PostgreSQL 11. Or add it without NOT \
              NULL, have the application write it, fill the old rows in batches, then demand NOT NULL.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The column is an identity, serial, or generated.")
          .documentation(
              "https://www.postgresql.org/docs/current/ddl-alter.html#DDL-ALTER-ADDING-A-COLUMN")
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
                alter.addedColumns().stream()
                    .filter(add -> AddedColumn.isRefused(add.column(), context.schema()))
                    .filter(add -> !rewrites(add.column(), context))
                    .forEach(add -> report(alter, add, context)));
  }

  /** A column of a domain with constraints has a form of its own. */
  private static boolean rewrites(ColumnDefinition column, RuleContext context) {
    return AddColumnRewrite.of(column, context.schema(), context.targetVersion()).isPresent();
  }

  private static void report(LiveAlter alter, AddColumn add, RuleContext context) {
    alter
        .finding(
            context,
            add,
            "The new column %s is NOT NULL and has no default: the statement fails if %s has rows"
                .formatted(add.column().name().text(), alter.tableName()))
        .fix(BackfilledColumn.withoutDefault(alter.statement(), add, context.statementContext()))
        .report();
  }
}
