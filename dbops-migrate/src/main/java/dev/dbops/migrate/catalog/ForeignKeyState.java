package dev.dbops.migrate.catalog;

/**
 * A foreign key with the two tables that it ties.
 *
 * @param table the referencing table
 * @param referenced the table that it refers to
 */
public record ForeignKeyState(
    TableState table, ConstraintState constraint, TableState referenced) {}
