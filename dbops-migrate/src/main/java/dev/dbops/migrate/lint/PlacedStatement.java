package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import java.util.List;

/**
 * A statement in its place: the changeset and transaction it runs in and the schema that it finds.
 *
 * @param sql the text that the spans of the statement refer to
 * @param before the schema as the statement finds it
 * @param effects the locks it takes and the work it does under them, on tables that were there
 *     before the changeset
 * @param nesting whether it stands by itself or inside a block or function
 * @param transaction which transaction it runs in: statements of a changeset with the same number
 *     share one
 * @param inTransactionBlock whether it runs in a transaction that others began, so that the server
 *     refuses what cannot run in a block
 */
public record PlacedStatement(
    ChangeSet changeSet,
    SqlText sql,
    Statement statement,
    SchemaState before,
    List<LockEffect> effects,
    Nesting nesting,
    int transaction,
    boolean inTransactionBlock) {
  /** Where a statement stands. */
  public enum Nesting {
    NONE,
    /** Inside {@code DO}: runs when the block runs. */
    DO_BLOCK,
    /** Inside a function or procedure: runs when that is called, not now. */
    FUNCTION
  }

  public PlacedStatement {
    effects = List.copyOf(effects);
  }

  public SourceSpan locate(Span span) {
    return sql.locate(span.start(), span.end());
  }

  /** The statement as it is sent. */
  public String text() {
    return statement.span().of(sql.text());
  }
}
