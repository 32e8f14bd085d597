package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.Optional;

/** Values for the rows of a table in use, a few at a time. */
final class Backfill {
  private Backfill() {}

  /**
   * The statement that is run until it finds no more rows.
   *
   * @param column as it must stand in SQL
   * @param value an expression, or {@code DEFAULT}
   * @param missing which rows still lack the value
   * @param before the schema as the statement finds it
   */
  static OnlineStep of(
      QualifiedName table, String column, String value, String missing, SchemaState before) {
    String key = key(before.table(table));
    return OnlineStep.byHand(
        """
        UPDATE %s SET %s = %s
        WHERE %s IN (SELECT %s FROM %s WHERE %s ORDER BY %s LIMIT 1000)\
        """
            .formatted(
                table.text(), column, value, parenthesised(key), key, table.text(), missing, key),
        "again and again, each in its own transaction, until no row is left");
  }

  private static String key(Optional<TableState> table) {
    return table
        .flatMap(TableState::primaryKey)
        .map(key -> key.columns().stream().map(SqlIdentifier::quote).toList())
        .filter(columns -> !columns.isEmpty())
        .map(columns -> String.join(", ", columns))
        .orElse("ctid");
  }

  private static String parenthesised(String key) {
    return key.contains(", ") ? "(" + key + ")" : key;
  }
}
