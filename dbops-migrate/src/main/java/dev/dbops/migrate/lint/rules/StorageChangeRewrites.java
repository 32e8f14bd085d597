package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.FindingDraft;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.sql.AlterIndex;
import dev.dbops.migrate.sql.AlterTableAction;
import java.util.Optional;

/**
 * {@code SET LOGGED}, {@code SET UNLOGGED}, {@code SET TABLESPACE} and {@code SET ACCESS METHOD}.
 */
public final class StorageChangeRewrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("storage-change-rewrites")
          .title("Changing how or where a table is stored blocks reads and writes meanwhile")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.REWRITE)
          .why(
              """
              SET LOGGED, SET UNLOGGED, SET TABLESPACE and SET ACCESS METHOD copy the whole table under an \
              ACCESS EXCLUSIVE lock: nobody reads or writes meanwhile. SET LOGGED also writes all of it \
              to the log, which replicas have to catch up with; SET UNLOGGED empties the table on \
              replicas and after a crash. SET TABLESPACE of an index locks the index: queries of its \
              table wait as well, since the planner looks at all indexes.""")
          .instead(
              """
              The server has no online form. Create a new table that is stored as it should be, keep it \
              up to date with a trigger while old rows are copied in batches, and swap the names; or use \
              pg_repack, which can move to another tablespace; or accept it in a maintenance window. An \
              index is moved by building it anew concurrently with TABLESPACE, or by REINDEX \
              (CONCURRENTLY, TABLESPACE …) from PostgreSQL 14 on.""")
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The table is known to be LOGGED or UNLOGGED already.",
              "The table is partitioned: that changes what new partitions get, and moves none.")
          .documentation("https://www.postgresql.org/docs/current/sql-altertable.html")
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
                alter.statement().actions().stream()
                    .filter(action -> isChange(action) && rewrites(action, context))
                    .forEach(action -> report(alter, action, context)));
    if (context.statement() instanceof AlterIndex index
        && index.kind() == AlterIndex.Kind.SET_TABLESPACE) {
      check(index, context);
    }
  }

  private static boolean isChange(AlterTableAction action) {
    return action instanceof AlterTableAction.SetLogged
        || action instanceof AlterTableAction.SetTablespace
        || action instanceof AlterTableAction.SetAccessMethod;
  }

  private static boolean rewrites(AlterTableAction action, RuleContext context) {
    return context.effects(action.span()).stream().anyMatch(LockEffect::isLong);
  }

  private static void report(LiveAlter alter, AlterTableAction action, RuleContext context) {
    alter
        .finding(
            context,
            action,
            "%s blocks reads and writes of %s while all of it is copied"
                .formatted(action.span().of(context.text()), alter.tableName()))
        .report();
  }

  private static void check(AlterIndex index, RuleContext context) {
    Optional<TableState> table = context.schema().tableOfIndex(index.index());
    boolean copied =
        table.filter(each -> context.schema().isNew(each) || each.isPartitioned()).isEmpty();
    if (copied) {
      String name = table.map(each -> each.name().name()).orElse("its table");
      FindingDraft finding =
          context.finding(
              "Moving %s blocks reads and writes of %s while the index is copied"
                  .formatted(index.index().text(), name));
      table.ifPresent(each -> finding.on(each.name()));
      finding.report();
    }
  }
}
