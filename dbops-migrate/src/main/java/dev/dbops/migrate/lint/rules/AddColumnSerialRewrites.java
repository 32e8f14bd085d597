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

/** {@code ADD COLUMN … serial}. */
public final class AddColumnSerialRewrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("add-column-serial-rewrites")
          .title("A new serial column rewrites the table while nobody reads or writes it")
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
              Add the column empty and give it the sequence as its default, fill the old rows in batches, \
              then demand NOT NULL.\
              """)
          .exempt("The table is created in the same changeset or deploy.")
          .documentation(
              "https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (RewritingColumn column : RewritingColumn.in(context, AddColumnRewrite.SERIAL)) {
      column.report(
          "The new %s column %s".formatted(column.action().column().type().text(), column.name()),
          BackfilledColumn::serial,
          context);
    }
  }
}
