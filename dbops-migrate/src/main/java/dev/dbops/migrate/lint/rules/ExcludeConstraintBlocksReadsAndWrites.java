package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.sql.Constraint;

/** {@code ADD CONSTRAINT … EXCLUDE}. */
public final class ExcludeConstraintBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("exclude-constraint-blocks-reads-and-writes")
          .title("Adding an exclusion constraint blocks reads and writes while its index is built")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.INDEX_BUILD)
          .why(
              """
              ADD CONSTRAINT … EXCLUDE holds an ACCESS EXCLUSIVE lock on the table while it builds its \
              index and compares every row with the others.""")
          .instead(
              """
              There is no online form: the constraint takes no index that is there, and no NOT VALID. \
              Create a new table with the constraint and move the rows in batches, or add it in a \
              maintenance window.""")
          .exempt("The table is created in the same changeset or deploy.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (AddedConstraint<Constraint.Exclude> added :
        AddedConstraint.in(context, Constraint.Exclude.class)) {
      added
          .finding(
              context,
              "Adding %s blocks reads and writes of %s while its index is built"
                  .formatted(added.nameOr("an exclusion constraint"), added.table()))
          .report();
    }
  }
}
