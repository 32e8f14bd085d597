package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.NotValidConstraint;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.Optional;

/** {@code ADD FOREIGN KEY} that looks at the rows at once. */
public final class ForeignKeyBlocksWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("foreign-key-blocks-writes")
          .title("Adding a foreign key blocks writes to both tables while every row is checked")
          .severity(Severity.ERROR)
          .blocks(Blocks.WRITES)
          .lock(LockMode.SHARE_ROW_EXCLUSIVE, Work.SCAN)
          .why(
              """
              ADD FOREIGN KEY holds a SHARE ROW EXCLUSIVE lock on the referencing and on the referenced \
              table while it looks up every row: each INSERT, UPDATE and DELETE of either table \
              waits.""")
          .instead(
              """
              Add the key NOT VALID: it holds for new rows at once and takes a moment. Then VALIDATE it \
              in a later transaction, which reads the old rows while writes go on. On a partitioned \
              table the server takes NOT VALID since version 18; before, do so on each partition, then \
              add the key to the table, which takes theirs for its own without another look.""")
          .exempt(
              "The referencing table is created in the same changeset or deploy.",
              "The key is NOT VALID, or NOT ENFORCED (PostgreSQL 18).",
              "All partitions of a partitioned table have the key already.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (AddedConstraint<Constraint.ForeignKey> added :
        AddedConstraint.in(context, Constraint.ForeignKey.class)) {
      if (added.checksRows()
          && !PartitionKeys.haveAll(added.alter(), added.action(), context.schema())) {
        added
            .finding(
                context,
                "Adding %s blocks writes to %s while every row is checked"
                    .formatted(added.nameOr("a foreign key"), tables(added, context)))
            .fix(fix(added, context))
            .report();
      }
    }
  }

  private static String tables(AddedConstraint<Constraint.ForeignKey> added, RuleContext context) {
    QualifiedName table = added.alter().statement().table();
    QualifiedName referenced = added.definition().referenced();
    boolean both =
        !context.isNew(referenced)
            && !context.schema().resolve(referenced).equals(context.schema().resolve(table));
    return both ? table.text() + " and " + referenced.text() : table.text();
  }

  private static Optional<OnlineForm> fix(
      AddedConstraint<Constraint.ForeignKey> added, RuleContext context) {
    AlterTable statement = added.alter().statement();
    int version = context.targetVersion();
    return added.alter().isPartitioned() && version < NotValidConstraint.ON_PARTITIONED_TABLE
        ? NotValidConstraint.addToPartitions(statement, added.action(), context.statementContext())
        : Optional.of(
            NotValidConstraint.add(statement, added.action(), context.statementContext()));
  }
}
