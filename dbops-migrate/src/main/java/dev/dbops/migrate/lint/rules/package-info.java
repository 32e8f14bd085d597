/** The hazards that dbops knows: one file per rule. */
@NullMarked
package dev.dbops.migrate.lint.rules;

import org.jspecify.annotations.NullMarked;
