/** SQL understood: lexer, splitter and the statement model with exact source spans. */
@NullMarked
package dev.dbops.migrate.sql;

import org.jspecify.annotations.NullMarked;
