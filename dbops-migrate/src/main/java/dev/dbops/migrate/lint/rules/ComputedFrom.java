package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.AlterTableAction.DropColumn;
import dev.dbops.migrate.sql.ExpressionFacts;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;

/** Generated columns and what they are computed from. */
final class ComputedFrom {
  private ComputedFrom() {}

  /** The generated columns for which the server refuses a change, as they stand in SQL. */
  static List<String> columns(AlterTable alter, AlterColumnType change, SchemaState schema) {
    String column = change.column().value();
    List<String> dropped =
        alter.actions(DropColumn.class).stream().map(drop -> drop.column().value()).toList();
    return schema.table(alter.table()).stream()
        .flatMap(table -> table.columns().values().stream())
        .filter(ComputedFrom::isGenerated)
        .filter(each -> !each.name().equals(column) && !dropped.contains(each.name()))
        .filter(
            each ->
                each.defaultValue()
                    .filter(value -> ExpressionFacts.of(value).columns().contains(column))
                    .isPresent())
        .map(each -> SqlIdentifier.quote(each.name()))
        .toList();
  }

  private static boolean isGenerated(ColumnState column) {
    return column.generation() == ColumnState.Generation.STORED
        || column.generation() == ColumnState.Generation.VIRTUAL;
  }
}
