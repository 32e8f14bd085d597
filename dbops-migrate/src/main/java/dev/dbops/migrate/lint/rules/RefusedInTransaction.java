package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.changelog.TransactionMode;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.TransactionBlock;
import dev.dbops.migrate.online.ConcurrentIndex;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.OnlineStep;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterType;
import dev.dbops.migrate.sql.Cluster;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.OtherStatement;
import dev.dbops.migrate.sql.Reindex;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Vacuum;
import java.util.Optional;

/** A statement that cannot run in the transaction that it runs in. */
public final class RefusedInTransaction implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("refused-in-transaction")
          .title("The server refuses the statement inside a transaction")
          .severity(Severity.ERROR)
          .blocks(Blocks.MIGRATION)
          .why(
              """
              Statements that commit on their own while they run cannot be part of a transaction: all \
              CONCURRENTLY forms but that of REFRESH, VACUUM, REINDEX of many tables, CREATE DATABASE, \
              before version 12 ALTER TYPE … ADD VALUE. The server answers "cannot run inside a \
              transaction block", or "cannot be executed from a function", and the migration fails.""")
          .instead(
              """
              Run the statement by itself, without a transaction: runInTransaction="false" on its \
              changeset in Liquibase, executeInTransaction=false in the script's .conf file in Flyway, \
              no BEGIN in psql; and not inside DO or a function. Flyway runs a file without a \
              transaction by itself if all statements in it are of this kind and it knows them.""")
          .documentation("https://www.postgresql.org/docs/current/sql-begin.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (!TransactionBlock.refuses(context.statement(), context.schema(), context.targetVersion())
        || RefusedStatement.partitionedTable(context).isPresent()) {
      return;
    }
    PlacedStatement placed = context.placed();
    String what = words(context.statement());
    if (placed.nesting() == PlacedStatement.Nesting.DO_BLOCK) {
      report(what + " cannot run inside a DO block", context);
    } else if (placed.nesting() == PlacedStatement.Nesting.FUNCTION) {
      report(what + " cannot run inside a function or procedure", context);
    } else if (placed.inTransactionBlock()) {
      report(what + " cannot run inside a transaction: " + remedy(context), context);
    } else if (isFirstMixed(context)) {
      report("Flyway refuses a file that mixes " + what + " with other statements", context);
    }
  }

  private static String remedy(RuleContext context) {
    boolean runnersOwn = context.changeSet().transaction() != TransactionMode.AUTOCOMMIT;
    return switch (context.runner()) {
      case LIQUIBASE ->
          runnersOwn
              ? "its changeset needs runInTransaction=\"false\""
              : "send it in a call of its own";
      case FLYWAY ->
          runnersOwn
              ? "its file needs executeInTransaction=false in a .conf file"
              : "a BEGIN stands before it";
      case PSQL -> runnersOwn ? "run its file without one" : "a BEGIN stands before it";
    };
  }

  /** Whether Flyway sees here that a file has statements of both kinds. */
  private static boolean isFirstMixed(RuleContext context) {
    return context.changeSet().transaction() == TransactionMode.FLYWAY_DETECTED
        && isSeen(context.placed(), context)
        && context.earlier().stream().noneMatch(each -> isSeen(each, context))
        && context.unit().stream()
            .anyMatch(
                each -> each.nesting() == PlacedStatement.Nesting.NONE && !isSeen(each, context));
  }

  private static boolean isSeen(PlacedStatement placed, RuleContext context) {
    return TransactionBlock.seenByFlyway(placed.statement(), context.targetVersion());
  }

  private static void report(String message, RuleContext context) {
    context.finding(message).fix(fix(context)).report();
  }

  /** The same by itself; nothing where it would block as well. */
  private static Optional<OnlineForm> fix(RuleContext context) {
    Statement statement = context.statement();
    if (statement instanceof CreateIndex create) {
      return Optional.of(ConcurrentIndex.create(create, context.statementContext()));
    }
    if (statement instanceof Drop drop) {
      return drop.kind() == ObjectKind.INDEX && !drop.cascade()
          ? Optional.of(ConcurrentIndex.drop(drop))
          : Optional.empty();
    }
    if (statement instanceof Reindex reindex && !reindex.concurrently()) {
      return ConcurrentIndex.reindex(reindex, context.statementContext());
    }
    if (statement instanceof Cluster || statement instanceof Vacuum vacuum && vacuum.full()) {
      return Optional.empty();
    }
    return Optional.of(OnlineForm.safe(OnlineStep.outsideTransaction(context.placed().text(), "")));
  }

  private static String words(Statement statement) {
    if (statement instanceof CreateIndex) {
      return "CREATE INDEX CONCURRENTLY";
    } else if (statement instanceof Drop drop) {
      return "DROP " + drop.kind().sql() + (drop.concurrently() ? " CONCURRENTLY" : "");
    } else if (statement instanceof Reindex reindex) {
      return "REINDEX " + reindex.kind().sql() + (reindex.concurrently() ? " CONCURRENTLY" : "");
    } else if (statement instanceof AlterTable) {
      return "DETACH PARTITION CONCURRENTLY";
    } else if (statement instanceof AlterType) {
      return "ALTER TYPE … ADD VALUE";
    } else if (statement instanceof Cluster) {
      return "CLUSTER";
    } else if (statement instanceof OtherStatement other) {
      return other.command();
    }
    return "VACUUM";
  }
}
