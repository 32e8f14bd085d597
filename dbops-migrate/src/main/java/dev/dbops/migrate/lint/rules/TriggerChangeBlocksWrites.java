package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.sql.AlterTableAction.TriggerState;
import dev.dbops.migrate.sql.CreateTrigger;
import dev.dbops.migrate.sql.DropFromTable;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;

/** A trigger that is created, switched on or off, or dropped. */
public final class TriggerChangeBlocksWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("trigger-change-blocks-writes")
          .title("Changing a trigger blocks writes of its table, dropping one reads as well")
          .severity(Severity.INFO)
          .blocks(Blocks.WRITES)
          .lock(LockMode.SHARE_ROW_EXCLUSIVE)
          .why(
              """
              CREATE TRIGGER and ENABLE or DISABLE TRIGGER take a SHARE ROW EXCLUSIVE lock on the table, \
              DROP TRIGGER an ACCESS EXCLUSIVE lock. The work itself takes a moment, but first the lock \
              has to wait for every transaction that has written the table (or used it at all), and \
              whoever writes after it waits behind it.""")
          .instead(
              """
              There is no weaker form. Set a lock_timeout and try again when it strikes; \
              missing-lock-timeout asks for that once in each changeset, for triggers as for all else. \
              So this rule is off unless you want to see each change of a trigger.""")
          .exempt("The table is created in the same changeset or deploy.")
          .documentation("https://www.postgresql.org/docs/current/sql-createtrigger.html")
          .offByDefault()
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof CreateTrigger create) {
      report("Creating " + create.name().text(), "writes", create.table(), create.span(), context);
    } else if (context.statement() instanceof DropFromTable drop
        && drop.kind() == ObjectKind.TRIGGER) {
      String what = "Dropping " + drop.name().text();
      report(what, "reads and writes", drop.table(), drop.span(), context);
    }
    LiveAlter.of(context)
        .ifPresent(
            alter ->
                alter
                    .actions(TriggerState.class)
                    .forEach(
                        each ->
                            report(
                                each.span().of(context.text()),
                                "writes",
                                alter.statement().table(),
                                each.span(),
                                context)));
  }

  private static void report(
      String what, String blocked, QualifiedName table, Span span, RuleContext context) {
    boolean view = context.schema().table(table).filter(known -> known.isView()).isPresent();
    if (!context.isNew(table) && !view) {
      context
          .finding(span, what + " blocks " + blocked + " of " + table.text() + " meanwhile")
          .on(table)
          .report();
    }
  }
}
