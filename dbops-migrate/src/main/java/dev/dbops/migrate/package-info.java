/**
 * The face of dbops-migrate: what an application calls. It puts the packages below together; none
 * of them depends on it.
 */
@NullMarked
package dev.dbops.migrate;

import org.jspecify.annotations.NullMarked;
