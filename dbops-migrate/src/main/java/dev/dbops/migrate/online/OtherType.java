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
   * @param text the text that the spans refer to
   */
  public static OnlineForm declare(
      Statement statement, DataType declared, String better, String text) {
    return OnlineForm.needsReview(
        OnlineStep.inTransaction(
            new Splice(text, statement.span()).replace(declared.span(), better).sql(), ""));
  }
}
