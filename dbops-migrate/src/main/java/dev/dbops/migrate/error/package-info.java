/** The one family of exceptions that dbops throws. */
@NullMarked
package dev.dbops.migrate.error;

import org.jspecify.annotations.NullMarked;
