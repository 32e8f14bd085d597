package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.SourceSpan;

/**
 * Something that the linter could not look into, and so cannot call safe.
 *
 * @param what a short name: the kind of change or the first words of the statement
 * @param reason why, as a sentence without a final stop
 */
public record NotAnalysed(ChangeSet changeSet, SourceSpan span, String what, String reason) {}
