package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.OnlineStep;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.Constraint;
import java.util.Optional;

/** {@code VALIDATE CONSTRAINT} in the transaction that added the constraint. */
public final class ValidateInSameTransaction implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("validate-in-same-transaction")
          .title("Validating in the transaction that added the constraint keeps its lock all along")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.SCAN)
          .why(
              """
              A lock is held to the end of its transaction. ADD CONSTRAINT … NOT VALID takes a strong one \
              for a moment: ACCESS EXCLUSIVE for a check, SHARE ROW EXCLUSIVE on both tables for a \
              foreign key. With VALIDATE CONSTRAINT in the same transaction the moment lasts until every \
              row is read, and NOT VALID was for nothing.""")
          .instead(
              """
              Validate in a transaction of its own, after the first one is committed: in the next \
              changeset or file.""")
          .exempt("The table is created in the same changeset or deploy.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (ValidatedConstraint constraint : ValidatedConstraint.in(context)) {
      report(constraint, context);
    }
  }

  private static void report(ValidatedConstraint validated, RuleContext context) {
    boolean foreignKey =
        validated.added().statement() instanceof AlterTable adding
            && adding.actions(AddConstraint.class).stream()
                .anyMatch(add -> add.constraint().definition() instanceof Constraint.ForeignKey);
    validated
        .alter()
        .finding(
            context,
            validated.action(),
            "Until "
                + validated.action().constraint().text()
                + " is validated, the transaction that added it blocks "
                + (foreignKey ? "writes to " : "reads and writes of ")
                + validated.alter().tableName())
        .fix(fix(validated.added(), context))
        .report();
  }

  /** Both statements as they are, each in a transaction of its own; not for one that does both. */
  private static Optional<OnlineForm> fix(PlacedStatement added, RuleContext context) {
    return added.statement().equals(context.statement())
        ? Optional.empty()
        : Optional.of(
            OnlineForm.safe(
                OnlineStep.inTransaction(added.text(), "commits before the next step"),
                OnlineStep.inTransaction(context.placed().text(), "in a later changeset or file")));
  }
}
