package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.ConcurrentIndex;
import dev.dbops.migrate.sql.CreateIndex;
import java.util.Optional;

/** {@code CREATE INDEX} without {@code CONCURRENTLY}, on a table that is not partitioned. */
public final class CreateIndexBlocksWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("create-index-blocks-writes")
          .title("Building an index blocks writes to the table until it is done")
          .severity(Severity.ERROR)
          .blocks(Blocks.WRITES)
          .lock(LockMode.SHARE, Work.INDEX_BUILD)
          .why(
              """
              CREATE INDEX holds a SHARE lock on the table for the whole build. Reads go on; every \
              INSERT, UPDATE and DELETE waits, for as long as it takes to read and sort the table.""")
          .instead(
              """
              Build the index with CONCURRENTLY, outside a transaction and alone in its changeset. If it \
              fails it leaves an invalid index behind: drop that before the next try.""")
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The table is temporary.",
              "The index is created IF NOT EXISTS, and it does.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof CreateIndex create
        && !create.concurrently()
        && !context.isNew(create.table())
        && !isThere(create, context)
        && !isPartitioned(create, context)) {
      context
          .finding(
              "CREATE INDEX blocks writes to "
                  + create.table().text()
                  + " until the index is built")
          .on(create.table())
          .fix(ConcurrentIndex.create(create, context.statementContext()))
          .report();
    }
  }

  private static boolean isThere(CreateIndex create, RuleContext context) {
    return create.ifNotExists()
        && create
            .name()
            .flatMap(
                name ->
                    context
                        .schema()
                        .table(create.table())
                        .flatMap(table -> table.index(name.value())))
            .isPresent();
  }

  /** ON ONLY says so of a table that is not known. */
  private static boolean isPartitioned(CreateIndex create, RuleContext context) {
    Optional<TableState> table = context.schema().table(create.table());
    return table.filter(TableState::isPartitioned).isPresent()
        || create.only() && table.filter(TableState::complete).isEmpty();
  }
}
