/** The executable jar, for Gradle, pre-commit and any build server. */
@NullMarked
package dev.dbops.cli;

import org.jspecify.annotations.NullMarked;
