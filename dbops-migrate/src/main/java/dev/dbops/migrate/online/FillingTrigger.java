package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;

/** A trigger that computes a column of every row that is written. */
final class FillingTrigger {
  private static final int EXECUTE_FUNCTION = 11;

  private FillingTrigger() {}

  /**
   * Makes the trigger and its function; somebody has to read what they say.
   *
   * @param column as it must stand in SQL
   * @param value an expression over {@code NEW}
   */
  static List<OnlineStep> steps(
      QualifiedName table, String column, String value, StatementContext context) {
    String function = name(table, column, context);
    return List.of(
        OnlineStep.byHand(
            """
            CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              NEW.%s := %s;
              RETURN NEW;
            END
            $$\
            """
                .formatted(function, column, value),
            ""),
        OnlineStep.byHand(
            "CREATE TRIGGER %s BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE %s %s()"
                .formatted(
                    unqualified(table, column),
                    table.text(),
                    context.version() < EXECUTE_FUNCTION ? "PROCEDURE" : "FUNCTION",
                    function),
            "new and changed rows have the value from now on"));
  }

  static OnlineStep drop(QualifiedName table, String column, StatementContext context) {
    return OnlineStep.byHand(
        "DROP TRIGGER %s ON %s;\nDROP FUNCTION %s()"
            .formatted(unqualified(table, column), table.text(), name(table, column, context)),
        "");
  }

  private static String name(QualifiedName table, String column, StatementContext context) {
    return Neighbour.of(table, context.before()).sql(fill(table, column));
  }

  private static String unqualified(QualifiedName table, String column) {
    return SqlIdentifier.quote(fill(table, column));
  }

  private static String fill(QualifiedName table, String column) {
    return DefaultNames.choose(
        table.value(), List.of(SqlIdentifier.fold(column)), "fill", taken -> false);
  }
}
