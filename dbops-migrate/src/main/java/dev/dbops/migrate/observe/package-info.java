/** What a statement really did on a live server: its locks, rewrites and scans, and who waited. */
@NullMarked
package dev.dbops.migrate.observe;

import org.jspecify.annotations.NullMarked;
