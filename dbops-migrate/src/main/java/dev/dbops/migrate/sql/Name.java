package dev.dbops.migrate.sql;

/**
 * An identifier.
 *
 * @param value as PostgreSQL understands it: folded to lower case unless quoted, unescaped, cut to
 *     63 bytes
 * @param text as it is written
 */
public record Name(String value, String text, Span span) {}
