/** How changelogs are found, decoded and read. Not API. */
@NullMarked
package dev.dbops.migrate.changelog.internal;

import org.jspecify.annotations.NullMarked;
