package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.Name;

/** A table under a new name, with a view of the old name for those who do not know the new one. */
public final class RenamedTable {
  private RenamedTable() {}

  /**
   * Renames a table and leaves a view behind, through which old statements read and write it.
   *
   * @param text the text that the statement's spans refer to
   * @param before the schema as the statement finds it
   * @see <a
   *     href="https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS">Updatable
   *     Views</a>
   */
  public static OnlineForm withView(
      AlterTable statement, Name to, String text, SchemaState before) {
    String old = statement.table().text();
    String renamed = Neighbour.of(statement.table(), before).sql(to.value());
    return OnlineForm.needsReview(
        OnlineStep.inTransaction(
            statement.span().of(text) + ";\nCREATE VIEW " + old + " AS SELECT * FROM " + renamed,
            "both at once: nobody sees the table without its old name"),
        OnlineStep.byHand("DROP VIEW " + old, "when no version runs that uses the old name"));
  }
}
