package dev.dbops.migrate.observe;

import dev.dbops.migrate.catalog.ObjectName;

/** An index whose content is new, and the table that was read for it. */
public record BuiltIndex(ObjectName index, ObjectName table) {}
