package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Name;
import java.util.List;
import java.util.Optional;

/** Foreign keys that the partitions of a table have before it gets the same one. */
final class PartitionKeys {
  private PartitionKeys() {}

  /** Whether every partition has the key, validated, so that the server need not look at rows. */
  static boolean haveAll(LiveAlter alter, AddConstraint add, SchemaState schema) {
    if (!(add.constraint().definition() instanceof Constraint.ForeignKey key)
        || !alter.isPartitioned()) {
      return false;
    }
    List<String> columns = key.columns().stream().map(Name::value).toList();
    Optional<TableState> referenced = schema.table(key.referenced());
    List<TableState> partitions = alter.table().map(schema::partitions).orElseGet(List::of);
    return referenced.isPresent()
        && !partitions.isEmpty()
        && partitions.stream().allMatch(each -> has(each, columns, referenced.get(), schema));
  }

  private static boolean has(
      TableState partition, List<String> columns, TableState referenced, SchemaState schema) {
    boolean own =
        partition.foreignKeys(columns, referenced.id()).stream()
            .anyMatch(ConstraintState::validated);
    List<TableState> parts = schema.partitions(partition);
    return own
        || (!parts.isEmpty()
            && parts.stream().allMatch(each -> has(each, columns, referenced, schema)));
  }
}
