/**
 * Liquibase's own parsers and generators, run without a database; nothing outside this package
 * touches Liquibase's classes, so that plain SQL is read without them. Not API.
 */
@NullMarked
package dev.dbops.migrate.changelog.internal.liquibase;

import org.jspecify.annotations.NullMarked;
