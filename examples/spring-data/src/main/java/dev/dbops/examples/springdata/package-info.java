/** An application with the native queries that a parser of SQL on its class path would break. */
@NullMarked
package dev.dbops.examples.springdata;

import org.jspecify.annotations.NullMarked;
