package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.List;

/** {@code DROP TABLE}. */
public final class DropTableLosesData implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("drop-table-loses-data")
          .title("Dropping a table loses its rows for good")
          .severity(Severity.ERROR)
          .blocks(Blocks.APPLICATION)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              The rows are gone when the transaction commits, and only a backup brings them back. Running \
              versions of the application that still use the table fail at once.""")
          .instead(
              """
              Nothing else does the same, so say that it is meant: write why the rows can go into the \
              comment that accepts the finding. First deploy a version that does not use the table; a \
              rename a few days before shows whether anybody still does, and is easily undone.""")
          .exempt(
              "The table is created in the same changeset or deploy, or it is temporary.",
              "It is a foreign table, a view or a materialized view: the rows are elsewhere.",
              "It stands in a function or procedure: nothing is lost until somebody calls that.",
              "A comment accepts it and says why: "
                  + "`-- dbops:ignore drop-table-loses-data: moved to the archive in March`.")
          .documentation("https://www.postgresql.org/docs/current/sql-droptable.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (!(context.statement() instanceof Drop drop)
        || drop.kind() != ObjectKind.TABLE
        || !context.runsNow()) {
      return;
    }
    List<QualifiedName> lost =
        drop.names().stream().filter(table -> holdsRows(table, context)).toList();
    if (!lost.isEmpty()) {
      String names = Words.list(lost.stream().map(QualifiedName::text).toList());
      context
          .finding("Dropping " + names + " loses " + (lost.size() == 1 ? "its" : "their") + " rows")
          .on(lost.get(0))
          .report();
    }
  }

  private static boolean holdsRows(QualifiedName table, RuleContext context) {
    return !context.isNew(table)
        && context
            .schema()
            .table(table)
            .filter(known -> known.kind() != TableState.Kind.TABLE)
            .isEmpty();
  }
}
