/** How fast dbops is. */
@NullMarked
package dev.dbops.benchmark;

import org.jspecify.annotations.NullMarked;
