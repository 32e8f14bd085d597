package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.DetachPartition;
import dev.dbops.migrate.sql.LaterSyntax;
import java.util.Optional;

/** {@code DETACH PARTITION … CONCURRENTLY} where there is a {@code DEFAULT} partition. */
public final class DetachConcurrentlyRefused implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("detach-concurrently-refused")
          .title("The server refuses to detach concurrently while there is a DEFAULT partition")
          .severity(Severity.ERROR)
          .blocks(Blocks.MIGRATION)
          .why(
              """
              Rows of a detached partition would belong to the DEFAULT partition from then on, which the \
              server cannot arrange while others write: \"cannot detach partitions concurrently when a \
              default partition exists\".""")
          .instead(
              """
              Detach without CONCURRENTLY, with a lock_timeout, and try again when it strikes. Or do \
              without a DEFAULT partition: create partitions ahead of the rows that need them.""")
          .exempt("No statement of the changelog tells of a DEFAULT partition.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (!(context.statement() instanceof AlterTable alter)
        || LaterSyntax.isRefused(alter, context.targetVersion())
        || RefusedStatement.isInTransaction(context)) {
      return;
    }
    Optional<TableState> rest =
        context.schema().table(alter.table()).flatMap(context.schema()::defaultPartition);
    alter.actions(DetachPartition.class).stream()
        .filter(DetachPartition::concurrently)
        .forEach(
            action ->
                rest.ifPresent(
                    each ->
                        context
                            .finding(
                                action.span(),
                                "%s cannot detach a partition concurrently: %s is its DEFAULT partition"
                                    .formatted(alter.table().text(), each.name().name()))
                            .report()));
  }
}
