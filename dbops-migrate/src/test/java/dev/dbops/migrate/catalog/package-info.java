@NullMarked
package dev.dbops.migrate.catalog;

import org.jspecify.annotations.NullMarked;
