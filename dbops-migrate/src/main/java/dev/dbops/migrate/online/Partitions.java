package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The partitions of a table that are known, by name. */
final class Partitions {
  private Partitions() {}

  static List<TableState> of(TableState table, SchemaState schema) {
    return schema.partitions(table).stream()
        .sorted(Comparator.comparing(partition -> partition.name().sql()))
        .toList();
  }

  /** Those that hold rows: partitions may be partitioned in turn. */
  static List<TableState> leavesOf(TableState table, SchemaState schema) {
    return of(table, schema).stream()
        .flatMap(
            partition ->
                partition.isPartitioned()
                    ? leavesOf(partition, schema).stream()
                    : Stream.of(partition))
        .toList();
  }
}
