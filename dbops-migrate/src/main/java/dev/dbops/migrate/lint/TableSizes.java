package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.ObjectName;
import java.util.Optional;

/** Tells how large tables are in production. Implementations are thread-safe. */
@FunctionalInterface
public interface TableSizes {
  /** The size of a table; empty if it is not known. */
  Optional<TableSize> sizeOf(ObjectName table);

  /** Knows no table. */
  static TableSizes unknown() {
    return table -> Optional.empty();
  }
}
