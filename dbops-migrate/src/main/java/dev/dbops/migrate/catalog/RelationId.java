package dev.dbops.migrate.catalog;

/**
 * What a table or view is, whatever its name: it stays when the table is renamed and changes when
 * the table is dropped and created again. Only has a meaning within one replay.
 */
public record RelationId(int value) {}
