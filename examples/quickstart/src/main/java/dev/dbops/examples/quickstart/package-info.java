/** The main job of dbops in two minutes: see what a changelog would do to a live database. */
@NullMarked
package dev.dbops.examples.quickstart;

import org.jspecify.annotations.NullMarked;
