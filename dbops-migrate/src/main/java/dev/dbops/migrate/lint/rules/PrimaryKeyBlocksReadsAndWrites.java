package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.ConcurrentKey;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Name;
import java.util.List;

/** {@code ADD PRIMARY KEY} that builds its own index. */
public final class PrimaryKeyBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("primary-key-blocks-reads-and-writes")
          .title("Adding a primary key blocks reads and writes while its index is built")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.INDEX_BUILD)
          .why(
              """
              ADD PRIMARY KEY holds an ACCESS EXCLUSIVE lock on the table while it reads and sorts all of \
              it. Where a column may hold NULL so far, it reads every row once more, to look for one.""")
          .instead(
              """
              Make the columns NOT NULL online, build a unique index concurrently, then add the primary \
              key USING INDEX, which takes a moment.""")
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The key takes an index that is there (USING INDEX).",
              "It is added to ONLY a partitioned table, so that no index is built.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    LiveAlter.of(context)
        .filter(alter -> !(alter.isPartitioned() && alter.statement().only()))
        .ifPresent(alter -> alter.addedConstraints().forEach(add -> check(alter, add, context)));
  }

  private static void check(LiveAlter alter, AddConstraint add, RuleContext context) {
    if (!(add.constraint().definition() instanceof Constraint.PrimaryKey key)
        || key.usingIndex().isPresent()) {
      return;
    }
    List<String> nullable =
        alter.nullable(key.columns().stream().map(Name::value).toList(), context.targetVersion());
    String scanned = nullable.isEmpty() ? "" : ", and every row is searched for NULL";
    context
        .finding(
            add.span(),
            "Adding a primary key blocks reads and writes of "
                + alter.statement().table().text()
                + " while its index is built"
                + scanned)
        .on(alter.statement().table())
        .fix(
            ConcurrentKey.addPrimary(
                alter.statement(),
                add,
                nullable,
                context.text(),
                context.schema(),
                context.targetVersion()))
        .report();
  }
}
