package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import java.util.List;

/** {@code ALTER COLUMN … TYPE} that keeps the table and builds indexes anew. */
public final class TypeChangeRebuildsIndexes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("type-change-rebuilds-indexes")
          .title(
              "A change of type that keeps the table builds indexes anew and blocks reads and writes")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.INDEX_BUILD)
          .why(
              """
              A table whose stored values stay as they are is not rewritten. Its indexes with an \
              expression or a condition over the column, and those that would be ordered \
              otherwise, are built anew all the same, while the ACCESS EXCLUSIVE lock is held.\
              """)
          .instead(
              """
              A second column of the new type, filled by a trigger and in batches, with indexes \
              that are built concurrently. Or, where the queries can do without it for a while: \
              drop the index concurrently, change the type, and build it concurrently.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The table is rewritten: column-type-change-rewrites tells that.",
              "The index is built anew for another collation: collation-change-rebuilds-indexes tells that.")
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
      List<IndexState> indexes = change.rebuiltIndexes();
      if (!indexes.isEmpty()) {
        change.reportRebuilt(indexes, change.type(), change.shadow(context), context);
      }
    }
  }
}
