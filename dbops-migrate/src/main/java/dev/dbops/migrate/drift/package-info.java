/** How a database differs from its migrations, and the SQL that mends either. */
@NullMarked
package dev.dbops.migrate.drift;

import org.jspecify.annotations.NullMarked;
