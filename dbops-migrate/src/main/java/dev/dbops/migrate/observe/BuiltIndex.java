package dev.dbops.migrate.observe;

import dev.dbops.migrate.catalog.ObjectName;
import java.util.Map;

/** An index whose content is new, and the table that was read for it. */
public record BuiltIndex(ObjectName index, ObjectName table) {
  BuiltIndex renamed(Map<ObjectName, ObjectName> names) {
    return new BuiltIndex(names.getOrDefault(index, index), names.getOrDefault(table, table));
  }
}
