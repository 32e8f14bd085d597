package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.AddColumnRewrite;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.ComputedColumn;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.ExpressionFacts;

/** {@code ADD COLUMN … GENERATED ALWAYS AS (…) STORED}. */
public final class AddColumnStoredGeneratedRewrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("add-column-stored-generated-rewrites")
          .title("A new stored generated column rewrites the table while nobody reads or writes it")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.REWRITE)
          .why(
              """
              The value is computed and stored for every row that is there: the server writes the whole \
              table and all its indexes anew, under the ACCESS EXCLUSIVE lock.\
              """)
          .instead(
              """
              From PostgreSQL 18 a VIRTUAL column takes a moment: it is computed when it is read. It \
              cannot be indexed, and takes no functions, types or domains but PostgreSQL's own. Where it \
              needs those, and before 18, add a plain column, have a trigger fill it in new and changed \
              rows, and fill the old rows in batches.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The column is VIRTUAL (PostgreSQL 18).")
          .documentation("https://www.postgresql.org/docs/current/ddl-generated-columns.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (RewritingColumn column : RewritingColumn.in(context, AddColumnRewrite.STORED_EXPRESSION)) {
      column.report(
          "The new stored column " + column.name(),
          (statement, action, where) ->
              ComputedColumn.add(statement, action, where, isIndexed(statement, action, context)),
          context);
    }
  }

  private static boolean isIndexed(AlterTable statement, AddColumn added, RuleContext context) {
    ObjectName table = context.schema().resolve(statement.table());
    String column = added.column().name().value();
    return context.later().stream()
        .anyMatch(
            later ->
                later.statement() instanceof CreateIndex create
                    && later.before().resolve(create.table()).equals(table)
                    && create.columns().stream()
                        .flatMap(key -> ExpressionFacts.of(key.expression()).columns().stream())
                        .anyMatch(column::equals));
  }
}
