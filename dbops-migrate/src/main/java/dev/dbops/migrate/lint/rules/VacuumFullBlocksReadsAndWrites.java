package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.FindingDraft;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.PlainVacuum;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Vacuum;
import java.util.List;

/** {@code VACUUM FULL}. */
public final class VacuumFullBlocksReadsAndWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("vacuum-full-blocks-reads-and-writes")
          .title("VACUUM FULL blocks reads and writes while it writes the table anew")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.REWRITE)
          .why(
              """
              VACUUM FULL copies the table and builds all its indexes again under an ACCESS EXCLUSIVE \
              lock: nobody reads or writes meanwhile. It needs the room for the copy as well.""")
          .instead(
              """
              A plain VACUUM makes the room reusable while reads and writes go on; the file stays as \
              large. To shrink it, use pg_repack or pg_squeeze, or REPACK (CONCURRENTLY) from PostgreSQL \
              19 on, or accept it in a maintenance window.""")
          .exempt(
              "The table is created in the same changeset or deploy.",
              "It stands in a transaction, where the server refuses it: refused-in-transaction tells.")
          .documentation("https://www.postgresql.org/docs/current/sql-vacuum.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (!(context.statement() instanceof Vacuum vacuum)
        || !vacuum.full()
        || RefusedStatement.isInTransaction(context)) {
      return;
    }
    List<QualifiedName> live =
        vacuum.tables().stream().filter(table -> !context.isNew(table)).toList();
    if (vacuum.tables().isEmpty() || !live.isEmpty()) {
      String blocked =
          live.isEmpty()
              ? "one table after the other"
              : Words.list(live.stream().map(QualifiedName::text).toList());
      FindingDraft finding =
          context.finding(
              "VACUUM FULL blocks reads and writes of " + blocked + " until it is written anew");
      live.stream().findFirst().ifPresent(finding::on);
      finding.fix(PlainVacuum.of(vacuum, context.statementContext())).report();
    }
  }
}
