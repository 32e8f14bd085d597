package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.AlterTableAction.DropDefault;
import dev.dbops.migrate.sql.AlterTableAction.SetDefault;
import dev.dbops.migrate.sql.Name;

/** {@code SET DEFAULT} and {@code DROP DEFAULT}. */
public final class DefaultChanged implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("default-changed")
          .title("With another default running versions of the application write other values")
          .severity(Severity.INFO)
          .blocks(Blocks.APPLICATION)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              Statements that leave the column out get the new default at once, also those of running \
              versions that were written for the old one; without a default they get NULL, or fail.\
              """)
          .instead(
              """
              See that all versions in use cope with both values, or have the application write the value \
              itself.\
              """)
          .exempt("The table or the column is created in the same changeset or deploy.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-DEFAULT")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    LiveAlter.of(context)
        .ifPresent(
            alter -> alter.statement().actions().forEach(action -> check(alter, action, context)));
  }

  private static void check(LiveAlter alter, AlterTableAction action, RuleContext context) {
    if (action instanceof SetDefault set) {
      report(
          alter,
          action,
          set.column(),
          "The default %s of %s.%s is new to running versions of the application"
              .formatted(set.value().text(), alter.tableName(), set.column().text()),
          context);
    } else if (action instanceof DropDefault drop) {
      report(
          alter,
          action,
          drop.column(),
          "Running versions of the application may rely on the default of %s.%s"
              .formatted(alter.tableName(), drop.column().text()),
          context);
    }
  }

  private static void report(
      LiveAlter alter, AlterTableAction action, Name column, String message, RuleContext context) {
    if (!alter.isNewColumn(column, context.schema())) {
      alter.finding(context, action, message).report();
    }
  }
}
