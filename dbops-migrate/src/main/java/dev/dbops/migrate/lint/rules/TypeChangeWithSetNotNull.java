package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.UncheckedTypeChange;

/** {@code SET NOT NULL} and a change of type of the same column in one statement. */
public final class TypeChangeWithSetNotNull implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("type-change-with-set-not-null")
          .title(
              "A change of type beside SET NOT NULL reads every row for the check that was to spare it")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.SCAN)
          .why(
              """
              SET NOT NULL alone trusts a validated CHECK (… IS NOT NULL) and reads no row. In \
              one statement with a change of the column's type that check is made anew first and \
              read for every row, while the ACCESS EXCLUSIVE lock is held.\
              """)
          .instead(
              """
              SET NOT NULL first, while the check proves it; then drop the check, which nobody \
              needs any more; then change the type.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The check is dropped in the same statement: set-not-null-scans-table tells what that leads to.",
              "The table is rewritten: column-type-change-rewrites tells that.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (ChangedType change : ChangedType.in(context)) {
      if (change.isWithProvenNotNull(context.targetVersion())) {
        change
            .finding(
                context,
                "Changing %s to %s beside SET NOT NULL blocks reads and writes of %s while every row is read"
                    .formatted(change.column(), change.type(), change.table()))
            .fix(
                UncheckedTypeChange.afterNotNull(
                    change.statement(),
                    change.action(),
                    change.effect().rechecked(),
                    context.statementContext()))
            .report();
      }
    }
  }
}
