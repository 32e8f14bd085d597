package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.LockTable;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.TransactionControl;
import java.util.Locale;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads what begins and ends transactions, and the locks that last until their end. */
record TransactionReader(SourceText source) {
  Statement control(SQLParser.Script_transactionContext node) {
    if (node.lock_table() != null) {
      return lockTable(node.lock_table());
    }
    Optional<Name> savepoint = Optional.ofNullable(node.identifier()).map(source::name);
    return new TransactionControl(kind(node), savepoint, source.statement(node));
  }

  private static TransactionControl.Kind kind(SQLParser.Script_transactionContext node) {
    if (node.PREPARED() != null) {
      return TransactionControl.Kind.OTHER;
    }
    if (node.PREPARE() != null) {
      return TransactionControl.Kind.PREPARE;
    }
    if (node.ROLLBACK() != null && node.TO() != null) {
      return TransactionControl.Kind.ROLLBACK_TO;
    }
    if (node.RELEASE() != null) {
      return TransactionControl.Kind.RELEASE;
    }
    if (node.SAVEPOINT() != null) {
      return TransactionControl.Kind.SAVEPOINT;
    }
    if (node.START() != null || node.BEGIN() != null) {
      return TransactionControl.Kind.BEGIN;
    }
    return node.ROLLBACK() != null || node.ABORT() != null
        ? TransactionControl.Kind.ROLLBACK
        : TransactionControl.Kind.COMMIT;
  }

  /** {@code COMMIT} and {@code ROLLBACK} in a procedure. */
  TransactionControl controlInBody(SQLParser.Transaction_statementContext node) {
    TransactionControl.Kind kind =
        node.COMMIT() != null ? TransactionControl.Kind.COMMIT : TransactionControl.Kind.ROLLBACK;
    return new TransactionControl(kind, Optional.empty(), source.statement(node));
  }

  LockTable lockTable(SQLParser.Lock_tableContext node) {
    String mode =
        node.lock_mode() == null
            ? "ACCESS EXCLUSIVE"
            : source.words(node.lock_mode(), " ").toUpperCase(Locale.ROOT);
    return new LockTable(
        source.tables(node.only_table_multiply()),
        mode,
        node.NOWAIT() != null,
        source.statement(node));
  }
}
