package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;

/** {@code ADD PRIMARY KEY USING INDEX} on columns that may hold NULL. */
public final class PrimaryKeyUsingNullableIndex implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("primary-key-using-nullable-index")
          .title("A primary key on nullable columns reads every row, even with its index ready")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.SCAN)
          .why(
              """
              A primary key makes its columns NOT NULL. Where they are not yet, ADD PRIMARY KEY USING \
              INDEX holds an ACCESS EXCLUSIVE lock on the table while it searches every row for NULL.""")
          .instead(
              """
              Make the columns NOT NULL online first: with a validated check (PostgreSQL 12 to 17) or a \
              NOT NULL constraint that is added NOT VALID and validated later (18). Before 12 there is \
              no such form.""")
          .exempt(
              "The table is created in the same changeset or deploy.",
              "A validated check says that no column is NULL (PostgreSQL 12).",
              "It is not known whether the columns may hold NULL.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (AddedPrimaryKey added : AddedPrimaryKey.in(context)) {
      if (added.usesIndex() && !added.nullable().isEmpty()) {
        added
            .constraint()
            .finding(
                context,
                "The primary key blocks reads and writes of %s while every row is searched for NULL in %s"
                    .formatted(added.table(), String.join(", ", added.nullable())))
            .fix(added.online(context))
            .report();
      }
    }
  }
}
