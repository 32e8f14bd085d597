package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.AddColumnRewrite;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.BaseTypeColumn;

/** {@code ADD COLUMN} of a domain with constraints. */
public final class AddColumnConstrainedDomainRewrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("add-column-constrained-domain-rewrites")
          .title("A new column of a domain with constraints rewrites the table")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.REWRITE)
          .why(
              """
              To see whether the domain allows what the column holds, NULL as well as a default, the \
              server writes the whole table and all its indexes anew, under the ACCESS EXCLUSIVE lock.\
              """)
          .instead(
              """
              Give the column the type below the domain, and add what the domain demands as checks of the \
              table, NOT VALID first and validated later.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The domain has no constraint, or is not known.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (RewritingColumn column :
        RewritingColumn.in(context, AddColumnRewrite.CONSTRAINED_DOMAIN)) {
      column.report(
          "The new column %s of the domain %s"
              .formatted(column.name(), column.action().column().type().text()),
          BaseTypeColumn::add,
          context);
    }
  }
}
