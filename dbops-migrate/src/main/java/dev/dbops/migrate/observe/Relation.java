package dev.dbops.migrate.observe;

import dev.dbops.migrate.catalog.ObjectName;

/**
 * A row of {@code pg_class} at one moment.
 *
 * @param table of an index, the table; of a table, itself
 * @param file changes when the relation is written anew; 0 if it has none
 * @param scans how often the session's transaction read it from end to end
 */
record Relation(long oid, ObjectName name, RelationKind kind, long table, long file, long scans) {}
