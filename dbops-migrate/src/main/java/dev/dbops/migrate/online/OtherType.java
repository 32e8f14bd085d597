package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Statement;

/** A statement that declares a column with another type. */
public final class OtherType {
  private OtherType() {}

  /**
   * Declares a column otherwise.
   *
   * @param declared the type as it stands in the statement
   * @param better the type, perhaps with what follows it, to put in its place
   */
  public static OnlineForm declare(
      Statement statement, DataType declared, String better, StatementContext context) {
    return OnlineForm.needsReview(
        OnlineStep.inTransaction(
            new Splice(context.text(), statement.span()).replace(declared.span(), better).sql(),
            ""));
  }
}
