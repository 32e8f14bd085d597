package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.ConcurrentKey;
import dev.dbops.migrate.sql.Constraint;

/** {@code ADD CONSTRAINT … UNIQUE} that builds its own index. */
public final class UniqueConstraintBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("unique-constraint-blocks-reads-and-writes")
          .title("Adding a unique constraint blocks reads and writes while its index is built")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.INDEX_BUILD)
          .why(
              """
              ADD CONSTRAINT … UNIQUE holds an ACCESS EXCLUSIVE lock on the table while it reads and \
              sorts all of it: nobody reads or writes meanwhile.""")
          .instead(
              """
              Build a unique index concurrently, then add the constraint USING INDEX, which takes a \
              moment. On a partitioned table do so on each partition and attach the parts. There is no \
              such form for WITHOUT OVERLAPS, and no UNIQUE … NOT VALID.""")
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The constraint takes an index that is there (USING INDEX).",
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
    for (AddedConstraint<Constraint.Unique> added :
        AddedConstraint.in(context, Constraint.Unique.class)) {
      if (added.definition().usingIndex().isEmpty() && !added.alter().isPartitionedOnly()) {
        added
            .finding(
                context,
                "Adding %s blocks reads and writes of %s while its index is built"
                    .formatted(added.nameOr("a unique constraint"), added.table()))
            .fix(
                ConcurrentKey.add(
                    added.alter().statement(),
                    added.action(),
                    added.replaced(context),
                    context.statementContext()))
            .report();
      }
    }
  }
}
