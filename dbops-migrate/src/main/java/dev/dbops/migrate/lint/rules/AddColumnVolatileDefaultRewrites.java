package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ExpressionVolatility;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.AddColumnRewrite;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.BackfilledColumn;
import dev.dbops.migrate.sql.Expression;
import java.util.Optional;

/** {@code ADD COLUMN} with a default that may differ from row to row; before 11, with any. */
public final class AddColumnVolatileDefaultRewrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("add-column-volatile-default-rewrites")
          .title("A new column whose default differs from row to row rewrites the table")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.REWRITE)
          .why(
              """
              A default such as 42 or now() is the same for all rows that are there and stored once. For \
              random(), clock_timestamp(), nextval() or gen_random_uuid() the server computes a value for \
              each row and writes the whole table and all its indexes anew, under the ACCESS EXCLUSIVE \
              lock. A function of your own counts as such unless it is declared STABLE or IMMUTABLE. \
              PostgreSQL 10 does so for any default.\
              """)
          .instead(
              """
              Add the column without a default and set the default in the same statement: that is for new \
              rows only. Fill the old rows in batches.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The default is not volatile (from PostgreSQL 11), or is NULL.")
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
        RewritingColumn.in(
            context, AddColumnRewrite.VOLATILE_DEFAULT, AddColumnRewrite.ANY_DEFAULT)) {
      column.report(what(column, context), BackfilledColumn::withDefault, context);
    }
  }

  private static String what(RewritingColumn column, RuleContext context) {
    Optional<Expression> value = column.action().column().defaultValue();
    if (value.isEmpty()) {
      return "The new column %s with the default of its type %s"
          .formatted(column.name(), column.action().column().type().text());
    }
    ExpressionVolatility volatility = ExpressionVolatility.of(value.get(), context.schema());
    String unknown =
        volatility.isAssumed()
            ? ", unless %s is declared STABLE or IMMUTABLE,"
                .formatted(volatility.assumed().get(0).name())
            : "";
    return "The new column %s with the default %s%s"
        .formatted(column.name(), value.get().text(), unknown);
  }
}
