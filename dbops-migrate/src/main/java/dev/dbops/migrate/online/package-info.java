/**
 * The safe statements of each online form, built once: rules print them, rewrites schedule them.
 */
@NullMarked
package dev.dbops.migrate.online;

import org.jspecify.annotations.NullMarked;
