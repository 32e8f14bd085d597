package dev.dbops.migrate.changelog;

/** One thing that a changeset does, in its order. */
public sealed interface Change {
  /** Where the change stands in the user's file. */
  SourceSpan span();

  /**
   * SQL that is sent in one call: one statement where the runner splits, a whole script where it
   * does not.
   *
   * @param kind the name of the change as its author wrote it, such as {@code createIndex}, {@code
   *     sql} or {@code sqlFile}
   */
  record Sql(String kind, SqlText sql) implements Change {
    @Override
    public SourceSpan span() {
      return sql.origin();
    }
  }

  /**
   * A change whose SQL is not known without running it.
   *
   * @param kind the name of the change as its author wrote it
   * @param reason why, as a sentence without a final stop
   */
  record NotAnalysed(String kind, SourceSpan span, String reason) implements Change {}
}
