package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.TypeChange;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.TimeZoneChange;
import java.util.List;

/** {@code ALTER COLUMN … TYPE} where the values are stored otherwise. */
public final class ColumnTypeChangeRewrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("column-type-change-rewrites")
          .title("A change of a column's type rewrites the table and blocks reads and writes")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.REWRITE)
          .why(
              """
              Where the new type stores its values otherwise, the server writes the whole table and all \
              its indexes anew, under an ACCESS EXCLUSIVE lock. Foreign keys of the column are checked \
              again, and the tables at their other end cannot be used meanwhile either.\
              """)
          .instead(
              """
              Add a second column of the new type, let a trigger fill it for every row that is written, \
              fill the old rows in batches, and let the columns change names when both hold the same.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The values stay as they are stored: varchar(n) gets longer or becomes text, numeric gets"
                  + " more digits before the point, cidr becomes inet, and the like.",
              "timestamp becomes timestamptz and the script sets the time zone UTC (from PostgreSQL"
                  + " 12).",
              "Values may not fit into the new type: type-narrowing-loses-data tells that.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (ChangedType change : ChangedType.in(context)) {
      if (change.rewrites() && change.narrowing().isEmpty()) {
        change.finding(context, message(change)).fix(fix(change, context)).report();
      }
    }
  }

  private static String message(ChangedType change) {
    String what =
        "Changing %s to %s %s %s and blocks reads and writes until it is done"
            .formatted(
                change.column(),
                change.type(),
                change.effect().rewrite() == TypeChange.Rewrite.ALWAYS ? "rewrites" : "may rewrite",
                change.table());
    return what + condition(change.effect().rewrite()) + others(change.otherTables());
  }

  private static String condition(TypeChange.Rewrite rewrite) {
    return switch (rewrite) {
      case UNKNOWN -> "; the changelog does not tell what is stored now";
      case UNLESS_UTC -> "; it does unless the time zone of the session is UTC";
      case ALWAYS, NONE -> "";
    };
  }

  private static String others(List<String> tables) {
    return tables.isEmpty()
        ? ""
        : ", also of " + Words.list("the table", "the tables", tables) + " for a foreign key";
  }

  /** Time stamps that are meant as UTC need no other column. */
  private static OnlineForm fix(ChangedType change, RuleContext context) {
    return change.effect().rewrite() == TypeChange.Rewrite.UNLESS_UTC
            && !change.effect().takesWork()
        ? TimeZoneChange.inUtc(change.statement(), change.action(), context.statementContext())
        : change.shadow(context);
  }
}
