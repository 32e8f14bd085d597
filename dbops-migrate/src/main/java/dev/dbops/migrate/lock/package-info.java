/** Table locks: the modes, who waits for whom, and what each statement takes. */
@NullMarked
package dev.dbops.migrate.lock;

import org.jspecify.annotations.NullMarked;
