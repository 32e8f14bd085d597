package dev.dbops.migrate.changelog;

/**
 * A comment that speaks to dbops and is not part of any SQL that is sent: {@code <!-- -->} in XML,
 * {@code #} in YAML, the {@code comment} of a changeset, and a comment in SQL that Liquibase
 * strips.
 *
 * @param text without the comment signs, trimmed
 */
public record ChangelogComment(SourceSpan span, String text) {}
