package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.NotValidConstraint;
import dev.dbops.migrate.sql.Constraint;

/** {@code ADD CONSTRAINT … CHECK} that looks at the rows at once. */
public final class CheckBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("check-blocks-reads-and-writes")
          .title("Adding a check blocks reads and writes while every row is checked")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.SCAN)
          .why(
              """
              ADD CONSTRAINT … CHECK holds an ACCESS EXCLUSIVE lock on the table while it reads every \
              row: nobody reads or writes meanwhile.""")
          .instead(
              """
              Add the check NOT VALID: it holds for new rows at once and takes a moment. Then VALIDATE \
              it in a later transaction, which reads the old rows while reads and writes go on.""")
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The check is NOT VALID, or NOT ENFORCED (PostgreSQL 18).")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (AddedConstraint<Constraint.Check> added :
        AddedConstraint.in(context, Constraint.Check.class)) {
      if (added.checksRows()) {
        added
            .finding(
                context,
                "Adding %s blocks reads and writes of %s while every row is checked"
                    .formatted(added.nameOr("a check"), added.table()))
            .fix(
                NotValidConstraint.add(
                    added.alter().statement(), added.action(), context.statementContext()))
            .report();
      }
    }
  }
}
