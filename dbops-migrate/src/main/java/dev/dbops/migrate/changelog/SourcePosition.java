package dev.dbops.migrate.changelog;

/**
 * A place in a file.
 *
 * @param offset characters before it, from 0
 * @param line from 1
 * @param column in characters, from 1
 */
public record SourcePosition(int offset, int line, int column) {}
