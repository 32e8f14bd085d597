package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the things of a table come from that it has as a partition or as an heir. */
final class Inherited {
  private Inherited() {}

  /** The partitioned table that a table is a partition of. */
  static Optional<FactKey> partitioned(FactKey table, CatalogSnapshot in) {
    return parents(PartitionKind.NAME, table.name(), in).findFirst();
  }

  /** The thing of the same name in the first table that the table of a thing inherits it from. */
  static Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    return origin(key, key.simpleName(), in);
  }

  /**
   * The thing in the first table that the table of a thing inherits it from.
   *
   * @param name its name there
   */
  static Optional<FactKey> origin(FactKey key, String name, CatalogSnapshot in) {
    return tables(key, in)
        .map(table -> table.part(key.kind(), name))
        .filter(other -> in.fact(other).isPresent())
        .findFirst();
  }

  /** The tables that the table of a thing inherits from. */
  static Stream<FactKey> tables(FactKey key, CatalogSnapshot in) {
    return Stream.concat(
        parents(PartitionKind.NAME, key.container(), in),
        parents(InheritanceKind.NAME, key.container(), in));
  }

  private static Stream<FactKey> parents(String kind, List<String> table, CatalogSnapshot in) {
    return in.in(kind, table).stream()
        .flatMap(fact -> in.dependencies().getOrDefault(fact.key(), Set.of()).stream());
  }
}
