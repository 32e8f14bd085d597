package dev.dbops.migrate.changelog;

/**
 * A comment of the changelog itself, outside SQL: {@code <!-- -->} in XML, {@code #} in YAML, the
 * {@code comment} of a changeset in JSON.
 *
 * @param text without the comment signs, trimmed
 */
public record ChangelogComment(SourceSpan span, String text) {}
