/** The catalogs of a database at one moment, as facts that can be compared, kept and read again. */
@NullMarked
package dev.dbops.migrate.catalog.snapshot;

import org.jspecify.annotations.NullMarked;
