package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.online.DroppedTables;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.List;

/** {@code DROP TABLE} of a table that foreign keys or partitioning tie to others. */
public final class DropTableLocksOtherTables implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("drop-table-locks-other-tables")
          .title("Dropping a table blocks reads and writes of the tables that it is tied to")
          .severity(Severity.WARNING)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              Nobody may use the table any more, but its foreign keys have triggers on the tables they \
              refer to, and a partition is on the list of its partitioned table. The server takes an \
              ACCESS EXCLUSIVE lock on each of those as well, one after the other, and keeps all of them \
              to the end of the transaction: while it waits for the last one, the first ones are closed.""")
          .instead(
              """
              Drop the foreign keys first, one per transaction, so that two tables are locked at a time, \
              and then the table. Detach a partition concurrently (PostgreSQL 14, without a DEFAULT \
              partition) before it is dropped. Where a single table is tied to it there is no weaker \
              form: set a lock_timeout and try again when it strikes.""")
          .exempt(
              "The other tables are created in the same changeset or deploy, or go with this one.",
              "No statement of the changelog tells of the foreign keys or the partitioning.")
          .documentation("https://www.postgresql.org/docs/current/sql-droptable.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (!(context.statement() instanceof Drop drop)
        || (drop.kind() != ObjectKind.TABLE && drop.kind() != ObjectKind.SCHEMA)
        || !context.runsNow()) {
      return;
    }
    SchemaState after = context.schemaAfter();
    List<ObjectName> others =
        context.effects().stream()
            .map(LockEffect::relation)
            .distinct()
            .filter(table -> after.table(table).filter(each -> !each.isView()).isPresent())
            .toList();
    if (!others.isEmpty()) {
      String dropped = Words.list(drop.names().stream().map(QualifiedName::text).toList());
      context
          .finding(
              "Dropping %s blocks reads and writes of %s"
                  .formatted(dropped, Words.list(others.stream().map(ObjectName::name).toList())))
          .on(others.get(0))
          .fix(DroppedTables.drop(drop, context.statementContext()))
          .report();
    }
  }
}
