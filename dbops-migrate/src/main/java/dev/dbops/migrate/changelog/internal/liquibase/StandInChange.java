package dev.dbops.migrate.changelog.internal.liquibase;

import liquibase.change.AbstractChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Stands for a change that is not to be run, or cannot be read, so that the others can be. */
final class StandInChange extends AbstractChange {
  private final String kind;
  private final String reason;

  /**
   * Stands for a change.
   *
   * @param kind the name of the change as its author wrote it
   * @param reason why its SQL is not known
   */
  StandInChange(String kind, String reason) {
    this.kind = kind;
    this.reason = reason;
  }

  String kind() {
    return kind;
  }

  String reason() {
    return reason;
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    return SqlStatement.EMPTY_SQL_STATEMENT;
  }

  @Override
  public String getConfirmationMessage() {
    return "";
  }

  @Override
  public String getSerializedObjectNamespace() {
    return STANDARD_CHANGELOG_NAMESPACE;
  }
}
