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

/** {@code ADD COLUMN … GENERATED … AS IDENTITY}. */
public final class AddColumnIdentityRewrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("add-column-identity-rewrites")
          .title("A new identity column rewrites the table while nobody reads or writes it")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.REWRITE)
          .why(
              """
              Every row that is there takes a number from the sequence at once: the server writes the \
              whole table and all its indexes anew, under the ACCESS EXCLUSIVE lock.\
              """)
          .instead(
              """
              Add the column empty with a sequence as its default, fill the old rows in batches, demand \
              NOT NULL, and make it an identity then: that takes a moment.\
              """)
          .exempt("The table is created in the same changeset or deploy.")
          .documentation("https://www.postgresql.org/docs/current/ddl-identity-columns.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (RewritingColumn column : RewritingColumn.in(context, AddColumnRewrite.IDENTITY)) {
      column.report(
          "The new identity column " + column.name(), BackfilledColumn::identity, context);
    }
  }
}
