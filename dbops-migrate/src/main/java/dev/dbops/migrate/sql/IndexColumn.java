package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * A key of an index.
 *
 * @param column the column, where the key is one
 * @param expression the key as it is written, without operator class and order
 */
public record IndexColumn(Optional<Name> column, Expression expression) {}
