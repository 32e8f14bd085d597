/** Lints changelogs: rules, findings, suppressions and the report that holds them. */
@NullMarked
package dev.dbops.migrate.lint;

import org.jspecify.annotations.NullMarked;
