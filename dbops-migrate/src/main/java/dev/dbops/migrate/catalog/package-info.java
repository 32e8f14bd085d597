/** What a schema looks like: replayed from statements, without a server. */
@NullMarked
package dev.dbops.migrate.catalog;

import org.jspecify.annotations.NullMarked;
