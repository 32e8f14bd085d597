package dev.dbops.migrate.catalog;

import java.util.Set;

/**
 * A publication for logical replication.
 *
 * @param allTables whether it publishes every table
 * @param tables that it names
 * @param schemas all of whose tables it publishes
 */
public record PublicationState(
    String name, boolean allTables, Set<RelationId> tables, Set<String> schemas) {
  public PublicationState {
    tables = Set.copyOf(tables);
    schemas = Set.copyOf(schemas);
  }

  public boolean publishes(TableState table) {
    return allTables || tables.contains(table.id()) || schemas.contains(table.name().schema());
  }
}
