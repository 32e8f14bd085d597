package dev.dbops.migrate.changelog;

/** How the runner of a changeset puts its statements into transactions. */
public enum TransactionMode {
  /** One transaction around the whole changeset: Liquibase's default. */
  ONE,

  /**
   * No transaction of the runner's, each statement commits by itself: Liquibase with {@code
   * runInTransaction="false"}, Flyway with {@code executeInTransaction=false}, psql. A {@code
   * BEGIN} in the text still opens one.
   */
  AUTOCOMMIT,

  /**
   * Flyway's own choice: one transaction, unless a statement of the file cannot run in one; a file
   * that has both kinds is an error.
   */
  FLYWAY_DETECTED,

  /** As {@link #FLYWAY_DETECTED}, and a file that has both kinds runs without a transaction. */
  FLYWAY_MIXED
}
