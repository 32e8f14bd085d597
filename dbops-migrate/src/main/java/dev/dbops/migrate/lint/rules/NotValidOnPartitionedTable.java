package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.online.NotValidConstraint;
import dev.dbops.migrate.sql.Constraint;

/** {@code ADD FOREIGN KEY … NOT VALID} to a partitioned table, before PostgreSQL 18. */
public final class NotValidOnPartitionedTable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("not-valid-on-partitioned-table")
          .title(
              "Before version 18 the server refuses NOT VALID foreign keys of partitioned tables")
          .severity(Severity.ERROR)
          .blocks(Blocks.MIGRATION)
          .why(
              """
              PostgreSQL 11 to 17 answer "cannot add NOT VALID foreign key on partitioned table", and \
              the migration fails.""")
          .instead(
              """
              Add the key NOT VALID to each partition, validate it there, then add the same key to the \
              partitioned table, which takes theirs for its own without another look.""")
          .exempt("The target version is 18 or newer.")
          .documentation(
              "https://www.postgresql.org/docs/17/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.targetVersion() >= NotValidConstraint.ON_PARTITIONED_TABLE) {
      return;
    }
    for (AddedConstraint<Constraint.ForeignKey> added :
        AddedConstraint.in(context, Constraint.ForeignKey.class)) {
      if (added.action().constraint().notValid() && added.alter().isPartitioned()) {
        added
            .finding(
                context, "The server refuses NOT VALID here: " + added.table() + " is partitioned")
            .fix(
                NotValidConstraint.addToPartitions(
                    added.alter().statement(), added.action(), context.statementContext()))
            .report();
      }
    }
  }
}
