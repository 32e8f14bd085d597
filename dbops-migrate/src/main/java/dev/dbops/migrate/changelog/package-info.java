/**
 * Changelogs as their users wrote them: changesets, the SQL they send, and where each character
 * came from.
 */
@NullMarked
package dev.dbops.migrate.changelog;

import org.jspecify.annotations.NullMarked;
