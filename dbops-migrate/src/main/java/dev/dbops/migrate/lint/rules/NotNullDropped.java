package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.sql.AlterTableAction.DropNotNull;

/** {@code DROP NOT NULL}. */
public final class NotNullDropped implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("not-null-dropped")
          .title("Without NOT NULL running versions of the application may read NULL")
          .severity(Severity.INFO)
          .blocks(Blocks.APPLICATION)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              Versions that were written for a column without NULL, with a primitive type in Java for \
              instance, fail on the first row that has one.\
              """)
          .instead(
              """
              Deploy a version that reads NULL first. When it alone runs, drop NOT NULL, and write NULL \
              from then on.\
              """)
          .exempt("The table or the column is created in the same changeset or deploy.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL")
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
                alter.actions(DropNotNull.class).stream()
                    .filter(drop -> !alter.isNewColumn(drop.column(), context.schema()))
                    .forEach(drop -> report(alter, drop, context)));
  }

  private static void report(LiveAlter alter, DropNotNull drop, RuleContext context) {
    alter
        .finding(
            context,
            drop,
            "Running versions of the application may not expect a NULL in %s of %s"
                .formatted(drop.column().text(), alter.tableName()))
        .report();
  }
}
