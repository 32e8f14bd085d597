/** Live servers for tests: one of each selected major version, shared by all tests of the JVM. */
@NullMarked
package dev.dbops.migrate.testing;

import org.jspecify.annotations.NullMarked;
