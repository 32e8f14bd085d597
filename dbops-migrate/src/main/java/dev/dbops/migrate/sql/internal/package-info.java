/**
 * Reads statements with pgcodekeeper's grammar. Not API: no type of the grammar leaves this
 * package, so that it can be replaced.
 */
@NullMarked
package dev.dbops.migrate.sql.internal;

import org.jspecify.annotations.NullMarked;
