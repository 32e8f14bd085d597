/** The goals of the Maven plugin: thin, over the libraries. */
@NullMarked
package dev.dbops.maven;

import org.jspecify.annotations.NullMarked;
