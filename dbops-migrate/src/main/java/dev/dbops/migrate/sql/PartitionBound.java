package dev.dbops.migrate.sql;

/**
 * The rows that a partition takes.
 *
 * @param isDefault whether it is the partition for all other rows
 * @param text {@code FOR VALUES …} or {@code DEFAULT}, as it is written
 */
public record PartitionBound(boolean isDefault, String text, Span span) {}
