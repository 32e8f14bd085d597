package dev.dbops.migrate.sql;

/**
 * An expression or query, as it is written.
 *
 * @param text as it is written
 */
public record Expression(String text, Span span) {}
