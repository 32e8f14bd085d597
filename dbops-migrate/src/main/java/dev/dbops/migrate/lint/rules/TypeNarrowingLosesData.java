package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Narrowing;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.LengthCheck;
import dev.dbops.migrate.online.OnlineForm;

/** {@code ALTER COLUMN … TYPE} to a type that has no room for every value of the old one. */
public final class TypeNarrowingLosesData implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("type-narrowing-loses-data")
          .title("A narrower type loses data or is refused, after it has rewritten the table")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.REWRITE)
          .why(
              """
              The server writes the whole table anew under an ACCESS EXCLUSIVE lock. At the first value \
              that is too long or too large it gives up, and all was for nothing; digits, times of day \
              and what an explicit cast cuts off are gone without a word. Running versions of the \
              application that still write the larger values get errors.\
              """)
          .instead(
              """
              A shorter string: a CHECK on its length, NOT VALID first and validated later, says the same, \
              and the old values are found while reads and writes go on. Other types: a second column \
              that a trigger fills, so that the old values are there until nobody misses them.\
              """)
          .exempt(
              "The table or the column is created in the same changeset or deploy.",
              "The old type is not known, or USING computes the value.",
              "The column is generated.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (ChangedType change : ChangedType.in(context)) {
      change
          .narrowing()
          .ifPresent(
              narrowing ->
                  change
                      .finding(context, message(change, narrowing))
                      .fix(fix(change, narrowing, context))
                      .report());
    }
  }

  private static String message(ChangedType change, Narrowing narrowing) {
    String what = "Changing " + change.column() + " to " + change.type();
    String rewrite = "rewrites " + change.table() + " and blocks reads and writes until it is done";
    return switch (narrowing) {
      case REFUSES_LONGER -> what + " fails at the first longer value; until then it " + rewrite;
      case REFUSES_LARGER -> what + " fails at the first larger number; until then it " + rewrite;
      case CUTS_OFF -> what + " cuts longer values off without a word; it " + rewrite;
      case ROUNDS -> what + " rounds digits off without a word; it " + rewrite;
      case DROPS_PARTS -> what + " drops parts of the values without a word; it " + rewrite;
    };
  }

  private static OnlineForm fix(ChangedType change, Narrowing narrowing, RuleContext context) {
    boolean shorter = narrowing == Narrowing.REFUSES_LONGER || narrowing == Narrowing.CUTS_OFF;
    return shorter && LengthCheck.applies(change.action())
        ? LengthCheck.add(change.statement(), change.action(), context.statementContext())
        : change.shadow(context);
  }
}
