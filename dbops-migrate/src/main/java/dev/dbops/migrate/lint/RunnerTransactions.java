package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.TransactionMode;
import dev.dbops.migrate.lock.TransactionBlock;
import dev.dbops.migrate.sql.TransactionControl;
import java.util.List;

/** Numbers the transactions of a changeset as its runner opens them. */
final class RunnerTransactions {
  /** From here on servers take all but the first statement of a pipeline for part of a block. */
  private static final int PIPELINE_IS_BLOCK = 11;

  private final int targetVersion;
  private final boolean implicit;
  private final boolean perCall;
  private int current;
  private int lastCall = -1;
  private boolean explicit;
  private boolean endsAfterStatement;
  private boolean firstInCall = true;

  RunnerTransactions(
      Changelog.Runner runner, int targetVersion, TransactionMode mode, List<SentStatement> sent) {
    this.targetVersion = targetVersion;
    this.implicit = runsAsOne(mode, sent);
    // The driver sends several statements of one call as a pipeline, which is one transaction.
    this.perCall = !implicit && runner == Changelog.Runner.LIQUIBASE;
  }

  private boolean runsAsOne(TransactionMode mode, List<SentStatement> sent) {
    return switch (mode) {
      case ONE -> true;
      case AUTOCOMMIT -> false;
      case FLYWAY_DETECTED, FLYWAY_MIXED ->
          sent.stream()
              .noneMatch(each -> TransactionBlock.seenByFlyway(each.statement(), targetVersion));
    };
  }

  /** Comes before the statement. */
  void before(SentStatement sent) {
    boolean sameCall = perCall && sent.call() == lastCall;
    if (endsAfterStatement || (!implicit && !explicit && !sameCall)) {
      current++;
    }
    endsAfterStatement = false;
    firstInCall = !perCall || sent.firstInCall();
    lastCall = sent.call();
    if (sent.statement() instanceof TransactionControl control) {
      switch (control.kind()) {
        case BEGIN -> explicit = true;
        case COMMIT, ROLLBACK, PREPARE -> {
          explicit = false;
          endsAfterStatement = true;
        }
        default -> {}
      }
    }
  }

  /** Whether the runner runs the whole changeset in one transaction. */
  boolean isOne() {
    return implicit;
  }

  /** The number of the transaction that the statement runs in. */
  int current() {
    return current;
  }

  /** Whether the server takes the statement for part of a transaction block. */
  boolean inBlock() {
    return implicit || explicit || (!firstInCall && targetVersion >= PIPELINE_IS_BLOCK);
  }
}
