/** Reads the catalogs of a live server. */
@NullMarked
package dev.dbops.migrate.catalog.live;

import org.jspecify.annotations.NullMarked;
