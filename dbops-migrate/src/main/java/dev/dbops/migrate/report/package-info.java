/** Writes lint reports: for people, for build servers, for code review. */
@NullMarked
package dev.dbops.migrate.report;

import org.jspecify.annotations.NullMarked;
