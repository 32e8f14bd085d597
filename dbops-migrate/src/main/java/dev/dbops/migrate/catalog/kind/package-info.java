/** What PostgreSQL's catalogs know of, one file for each kind of thing. */
@NullMarked
package dev.dbops.migrate.catalog.kind;

import org.jspecify.annotations.NullMarked;
