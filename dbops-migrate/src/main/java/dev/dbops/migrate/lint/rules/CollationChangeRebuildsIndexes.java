package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.CollatedIndex;
import dev.dbops.migrate.online.OnlineForm;
import java.util.List;

/** {@code ALTER COLUMN … TYPE … COLLATE}. */
public final class CollationChangeRebuildsIndexes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("collation-change-rebuilds-indexes")
          .title(
              "Another collation builds the indexes of the column anew and blocks reads and writes")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.INDEX_BUILD)
          .why(
              """
              The stored values stay, but the order of the strings is another: every index with \
              the column as a key is built anew while the ACCESS EXCLUSIVE lock is held. A TYPE \
              without COLLATE takes the collation that the column had away.\
              """)
          .instead(
              """
              Build indexes that name the new collation concurrently and drop the old ones \
              concurrently; the change then finds nothing to build. The index of a key: a second \
              column with the new collation.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The collation stays the same, or stands in the index itself.",
              "The table is rewritten: column-type-change-rewrites tells that.")
          .documentation("https://www.postgresql.org/docs/current/indexes-collations.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (ChangedType change : ChangedType.in(context)) {
      List<IndexState> indexes = change.recollatedIndexes();
      if (!indexes.isEmpty()) {
        change.reportRebuilt(
            indexes, change.typeAndCollation(), fix(change, indexes, context), context);
      }
    }
  }

  private static OnlineForm fix(ChangedType change, List<IndexState> indexes, RuleContext context) {
    return indexes.stream().anyMatch(index -> index.constraint().isPresent())
        ? change.shadow(context)
        : CollatedIndex.change(
            change.statement(), change.action(), indexes, context.statementContext());
  }
}
