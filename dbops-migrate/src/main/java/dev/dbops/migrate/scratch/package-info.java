/**
 * Databases to try things on and throw away: on a server that the user names, on an embedded one,
 * or in a container.
 */
@NullMarked
package dev.dbops.migrate.scratch;

import org.jspecify.annotations.NullMarked;
